import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { DivisionField } from '@/components/division-field'
import { DateField } from '@/components/fields'
import { FileDrop } from '@/components/file-drop'
import { useNotify } from '@/components/notify'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import {
  type Alignment,
  createAlignment,
  type DifferenceFilters,
  handleDifferences,
  publish,
  readFeedback,
  useOversightWords,
} from './api'
import styles from './oversight.module.css'

const touches = [['oversight'], ['tasks']]
const sheets = '.csv,.xlsx,.xls'

interface Entered {
  title: string
  scheme?: string
  on: string
  division?: string
  here_name?: string
  there_name?: string
}

/** Two lists, each from the records or from a file; a new edition follows an older one. */
export function NewAlignmentDialog({
  follows,
  onClose,
}: {
  follows?: Alignment
  onClose: () => void
}) {
  const t = useT()
  const word = useWord()
  const navigate = useNavigate()
  const jobs = useJobs()
  const known = useOversightWords()
  const [form] = Form.useForm<Entered>()
  const [here, setHere] = useState<File | undefined>()
  const [there, setThere] = useState<File | undefined>()
  const words = t.oversight.alignments
  const command = useCommand(createAlignment, {
    touches: [['oversight']],
    quiet: true,
    onDone: (made) => {
      jobs.follow()
      onClose()
      navigate(`/alignments/${made.id}`)
    },
  })
  return (
    <Modal
      open
      width={720}
      title={follows ? words.next : words.create}
      okText={words.begin}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {follows && <p className="muted">{words.nextHint}</p>}
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{
          title: follows?.title ?? '',
          on: today(),
          division: follows?.division.code,
          here_name: follows?.here_name,
          there_name: follows?.there_name,
        }}
        onFinish={(entered) =>
          command.run({
            fields: {
              title: entered.title.trim(),
              scheme: entered.scheme ?? '',
              on: entered.on,
              division: entered.division ?? '',
              here_name: entered.here_name?.trim() ?? '',
              there_name: entered.there_name?.trim() ?? '',
              follows: follows?.id ?? '',
            },
            here,
            there,
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
          <Form.Item name="scheme" label={words.scheme}>
            <Select
              allowClear
              loading={known.isLoading}
              options={
                known.data?.alignments.map((one) => ({ value: one.key, label: word(one) })) ?? []
              }
            />
          </Form.Item>
          <Form.Item name="on" label={words.on}>
            <DateField allowClear={false} />
          </Form.Item>
          <Form.Item name="division" label={t.common.division}>
            <DivisionField />
          </Form.Item>
        </div>
        <div className={styles.drops}>
          <Form.Item name="here_name" label={words.here}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="there_name" label={words.there}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
      </Form>
      <div className={styles.drops}>
        <div>
          <b>{words.hereFile}</b>
          <FileDrop accept={sheets} hint={t.oversight.runs.drop} file={here} onFile={setHere} />
        </div>
        <div>
          <b>{words.thereFile}</b>
          <FileDrop accept={sheets} hint={t.oversight.runs.drop} file={there} onFile={setThere} />
        </div>
      </div>
      <p className="faint">{words.fileHint}</p>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** What was found out about one difference, chosen ones, or all that the filter finds. */
export function HandleDialog({
  id,
  ids,
  filters,
  onClose,
}: {
  id: string
  ids: string[]
  filters: DifferenceFilters
  onClose: () => void
}) {
  const t = useT()
  const word = useWord()
  const notify = useNotify()
  const known = useOversightWords()
  const [form] = Form.useForm<{ result: string; remark: string }>()
  const words = t.oversight.alignments
  const command = useCommand(handleDifferences, {
    touches,
    quiet: true,
    onDone: ({ differences }) => {
      notify.done(t.oversight.clue.doneTo(formatCount(differences)))
      onClose()
    },
  })
  const required = [{ required: true, whitespace: true, message: t.common.required }]
  return (
    <Modal
      open
      title={words.handle}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">
        {ids.length > 0 ? t.oversight.clue.selected(formatCount(ids.length)) : words.handleAll}
      </p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ result, remark }) =>
          command.run({ id, ...which(ids, filters), result, remark: remark.trim() })
        }
      >
        <Form.Item name="result" label={words.result} rules={required}>
          <Select
            options={
              known.data?.difference.map((one) => ({ value: one.key, label: word(one) })) ?? []
            }
          />
        </Form.Item>
        <Form.Item name="remark" label={words.remark} rules={required}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** Differences by key, or all open ones that a filter finds. */
export function which(ids: string[], { kind, list, division }: DifferenceFilters) {
  if (ids.length > 0) return { ids }
  const said = { kind, list, division }
  return { filter: Object.fromEntries(Object.entries(said).filter(([, value]) => value)) }
}

/** The other side's answers, and who confirmed that they arrived. */
export function FeedbackDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT()
  const notify = useNotify()
  const [form] = Form.useForm<{ note: string }>()
  const [file, setFile] = useState<File | undefined>()
  const [wrong, setWrong] = useState<{ row: number; zh: string; en: string }[]>([])
  const word = useWord()
  const words = t.oversight.alignments
  const command = useCommand(readFeedback, {
    touches,
    quiet: true,
    onDone: (done) => {
      notify.done(words.taken(formatCount(done.taken), formatCount(done.wrong.length)))
      if (done.wrong.length === 0) onClose()
      setWrong(done.wrong)
      setFile(undefined)
    },
  })
  return (
    <Modal
      open
      title={words.readFeedback}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.readFeedbackHint}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ note }) => command.run({ id, note: note.trim(), file })}
      >
        <Form.Item
          name="note"
          label={words.receivedNote}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <FileDrop accept={sheets} hint={t.oversight.runs.drop} file={file} onFile={setFile} />
      {wrong.length > 0 && (
        <div role="note" style={{ marginTop: 12 }}>
          <b>{words.wrongRows}</b>
          <ul className={styles.wrong}>
            {wrong.map((one) => (
              <li key={one.row}>
                {words.rowN(formatCount(one.row))} {word(one)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** Where and when one side published its list, with the proof. */
export function PublishDialog({
  id,
  side,
  onClose,
}: {
  id: string
  side: 'here' | 'there'
  onClose: () => void
}) {
  const t = useT()
  const [form] = Form.useForm<{ from: string; to: string; place: string }>()
  const [proof, setProof] = useState<File | undefined>()
  const words = t.oversight.alignments
  const command = useCommand(publish, {
    success: t.common.done,
    touches,
    quiet: true,
    onDone: onClose,
  })
  const required = [{ required: true, whitespace: true, message: t.common.required }]
  return (
    <Modal
      open
      title={side === 'here' ? words.publishHere : words.publishThere}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ from: today(), to: today() }}
        onFinish={(entered) =>
          command.run({ id, side, ...entered, place: entered.place.trim(), proof })
        }
      >
        <div className={styles.drops}>
          <Form.Item name="from" label={words.from} rules={required}>
            <DateField allowClear={false} />
          </Form.Item>
          <Form.Item name="to" label={words.to} rules={required}>
            <DateField allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item name="place" label={words.place} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <FileDrop accept="image/*,.pdf" hint={words.proof} file={proof} onFile={setProof} />
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
