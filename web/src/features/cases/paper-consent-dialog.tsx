import { UploadOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, Modal, Select, Upload } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { call } from '@/api/client'
import type { components } from '@/api/schema'
import { ProblemAlert } from '@/components/problem'
import { touched } from '@/features/verification/api'
import { useT, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { attach } from './forms/api'

type Person = components['schemas']['CaseConsent']
type Purpose = components['schemas']['ConsentPurpose']

/** The items of the authorisation form, in its own words. */
const items = [
  '户籍',
  '税务',
  '社会保险',
  '不动产',
  '市场主体',
  '住房公积金',
  '车辆船舶',
  '银行存款',
  '保险',
  '证券',
  '非银行支付',
]

interface Entered {
  person: string
  purpose: Purpose
  items: string[]
  from: Dayjs
  to?: Dayjs | null
  guardian?: string
}

interface PaperConsentProps {
  id: string
  people: Person[]
  onClose: () => void
}

/** A consent that was signed on paper: its picture, whose it is, for what and until when. */
export function PaperConsentDialog({ id, people, onClose }: PaperConsentProps) {
  const t = useT()
  const words = t.verification
  const [form] = Form.useForm<Entered>()
  const [file, setFile] = useState<File | null>(null)
  const keep = async (entered: Entered, key: string) => {
    if (!file) throw new Error(words.panel.paperFile)
    const kept = await attach({ id, purpose: 'photo', file })
    const { from, to, guardian, ...rest } = entered
    const body = {
      ...rest,
      from: from.format('YYYY-MM-DD'),
      file: kept.file,
      ...(to ? { to: to.format('YYYY-MM-DD') } : {}),
      ...(guardian?.trim() ? { guardian: guardian.trim() } : {}),
    }
    return call('decide.case.consent', { path: { id }, body, key })
  }
  const command = useCommand(keep, {
    success: t.common.done,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  const needed = [{ required: true, message: t.common.required }]
  return (
    <Modal
      open
      title={words.panel.paper}
      okText={t.common.confirm}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: !file }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ purpose: 'both', items }}
        onFinish={command.run}
      >
        <Form.Item name="person" label={words.panel.person} rules={needed}>
          <Select options={people.map((one) => ({ value: one.person, label: one.name }))} />
        </Form.Item>
        <Form.Item name="purpose" label={words.purpose} rules={needed}>
          <Select
            options={(['both', 'application', 'in_benefit'] as const).map((value) => ({
              value,
              label: wordFor(words.purposes, value),
            }))}
          />
        </Form.Item>
        <Form.Item name="items" label={words.panel.item} rules={needed}>
          <Select mode="multiple" options={items.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="from" label={words.panel.from} rules={needed}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="to" label={words.panel.to} extra={words.panel.toHint}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="guardian" label={words.panel.guardianName}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item label={words.panel.paperFile} required>
          <Upload
            accept="image/jpeg,image/png,image/webp,application/pdf"
            showUploadList={false}
            beforeUpload={(chosen) => {
              setFile(chosen)
              return false
            }}
          >
            <Button icon={<UploadOutlined />}>{file?.name ?? words.panel.paperFile}</Button>
          </Upload>
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
