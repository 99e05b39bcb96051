import { Alert, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { DivisionField } from '@/components/division-field'
import { DateField, MonthField } from '@/components/fields'
import { FileDrop } from '@/components/file-drop'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { thisMonth, today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { createRun, useOversightWords } from './api'
import styles from './oversight.module.css'

interface Entered {
  title: string
  purpose: 'supervision' | 'discovery'
  month: string
  as_of: string
  division?: string
  programmes?: string[]
  sources?: string[]
}

/** What is compared, and with which files: only sources that may be used for the purpose. */
export function NewRunDialog({
  start,
  onClose,
}: {
  start?: Partial<Entered>
  onClose: () => void
}) {
  const t = useT()
  const word = useWord()
  const navigate = useNavigate()
  const jobs = useJobs()
  const known = useOversightWords()
  const [form] = Form.useForm<Entered>()
  const [files, setFiles] = useState<Record<string, File>>({})
  const purpose = Form.useWatch('purpose', form) ?? start?.purpose ?? 'supervision'
  const chosen = Form.useWatch('sources', form) ?? []
  const words = t.oversight.runs
  const command = useCommand(createRun, {
    touches: [['oversight', 'runs']],
    quiet: true,
    onDone: (run) => {
      jobs.follow()
      navigate(`/supervision-runs/${run.id}`)
    },
  })
  const sources = known.data?.sources.filter((one) => one[purpose]) ?? []
  const given = Object.fromEntries(Object.entries(files).filter(([key]) => chosen.includes(key)))
  return (
    <Modal
      open
      width={720}
      title={words.create}
      okText={words.begin}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: Object.keys(given).length === 0 }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{
          purpose: 'supervision',
          month: thisMonth(),
          as_of: today(),
          ...start,
        }}
        onFinish={({ sources: _chosen, ...entered }) =>
          command.run({
            title: entered.title.trim(),
            purpose: entered.purpose,
            month: entered.month ?? '',
            as_of: entered.as_of ?? '',
            division: entered.division ?? '',
            programmes: entered.programmes ?? [],
            files: given,
          })
        }
      >
        <Form.Item
          name="title"
          label={words.name}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <div className={styles.drops}>
          <Form.Item name="purpose" label={words.purpose}>
            <Select
              options={Object.entries(words.purposes).map(([value, label]) => ({ value, label }))}
              onChange={() => form.setFieldValue('sources', [])}
            />
          </Form.Item>
          <Form.Item name="month" label={words.month}>
            <MonthField allowClear={false} />
          </Form.Item>
          <Form.Item name="as_of" label={words.asOf}>
            <DateField allowClear={false} />
          </Form.Item>
          <Form.Item name="division" label={t.common.division}>
            <DivisionField />
          </Form.Item>
        </div>
        <Form.Item name="programmes" label={words.programmes}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={
              known.data?.programmes.map((one) => ({ value: one.key, label: word(one) })) ?? []
            }
          />
        </Form.Item>
        <Form.Item name="sources" label={words.addSource} extra={words.filesHint}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            loading={known.isLoading}
            options={sources.map((one) => ({ value: one.key, label: word(one) }))}
          />
        </Form.Item>
      </Form>
      <div className={styles.drops}>
        {chosen.map((key) => (
          <div key={key}>
            <b>{word(sources.find((one) => one.key === key))}</b>
            <FileDrop
              accept=".csv,.txt,.xlsx,.xls"
              hint={words.drop}
              file={files[key]}
              onFile={(file) =>
                setFiles((before) => {
                  const { [key]: _old, ...rest } = before
                  return file ? { ...rest, [key]: file } : rest
                })
              }
            />
          </div>
        ))}
      </div>
      {known.error && <Alert role="note" type="error" title={String(known.error)} />}
      {command.problem && (
        <div style={{ marginTop: 12 }}>
          <ProblemAlert problem={command.problem} />
        </div>
      )}
    </Modal>
  )
}
