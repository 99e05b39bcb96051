import { Form, Input, Modal, Radio, Select } from 'antd'
import { DivisionField } from '@/components/division-field'
import { DateField } from '@/components/fields'
import { useNotify } from '@/components/notify'
import { OpinionDialog } from '@/components/opinion-dialog'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import {
  answerClues,
  assignClues,
  type ClueFilters,
  settleClues,
  useOversightWords,
  whichOf,
} from './api'

export type ClueVerb = 'assign' | 'answer' | 'confirm' | 'sendBack'

interface DialogProps {
  verb: ClueVerb
  ids: string[]
  filters: ClueFilters
  onClose: () => void
  onDone: () => void
}

const touches = [['oversight'], ['tasks']]

/** What is done to one clue, to chosen ones, or to all that a filter finds. */
export function ClueDialog(props: DialogProps) {
  if (props.verb === 'assign') return <Assign {...props} />
  if (props.verb === 'answer') return <Answer {...props} />
  return <Settle {...props} />
}

function useDone(onDone: () => void) {
  const t = useT()
  const notify = useNotify()
  return ({ clues }: { clues: number }) => {
    notify.done(t.oversight.clue.doneTo(formatCount(clues)))
    onDone()
  }
}

function Assign({ ids, filters, onClose, onDone }: DialogProps) {
  const t = useT()
  const [form] = Form.useForm<{ office?: string; due?: string }>()
  const words = t.oversight.clue
  const done = useDone(onDone)
  const command = useCommand(assignClues, { touches, quiet: true, onDone: done })
  return (
    <Modal
      open
      title={words.assign}
      okText={words.assign}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.assignHint}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ office, due }) =>
          command.run({
            which: whichOf(ids, filters),
            office: office || null,
            due: due || null,
          })
        }
      >
        <Form.Item name="office" label={words.office}>
          <DivisionField />
        </Form.Item>
        <Form.Item name="due" label={words.due}>
          <DateField />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

interface Entered {
  answer: 'yes' | 'no'
  conclusion: string
  reason: string
}

function Answer({ ids, filters, onClose, onDone }: DialogProps) {
  const t = useT()
  const word = useWord()
  const known = useOversightWords()
  const [form] = Form.useForm<Entered>()
  const answer = Form.useWatch('answer', form) ?? 'no'
  const words = t.oversight.clue
  const done = useDone(onDone)
  const command = useCommand(answerClues, { touches, quiet: true, onDone: done })
  const required = [{ required: true, whitespace: true, message: t.common.required }]
  return (
    <Modal
      open
      title={words.answer}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ answer: 'no' }}
        onFinish={(entered) =>
          command.run({
            which: whichOf(ids, filters),
            answer: entered.answer,
            conclusion: entered.conclusion,
            reason: entered.reason.trim(),
          })
        }
      >
        <Form.Item name="answer" label={words.result}>
          <Radio.Group
            options={Object.entries(words.answers).map(([value, label]) => ({ value, label }))}
            onChange={() => form.setFieldValue('conclusion', undefined)}
          />
        </Form.Item>
        <Form.Item name="conclusion" label={words.conclusion} rules={required}>
          <Select
            options={
              known.data?.[answer].map((one) => ({ value: one.key, label: word(one) })) ?? []
            }
          />
        </Form.Item>
        <Form.Item name="reason" label={t.common.reason} rules={required}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

function Settle({ verb, ids, filters, onClose, onDone }: DialogProps) {
  const t = useT()
  const words = t.oversight.clue
  const done = useDone(onDone)
  const command = useCommand(settleClues, { touches, quiet: true, onDone: done })
  const back = verb === 'sendBack'
  return (
    <OpinionDialog
      title={back ? words.sendBack : words.confirm}
      text={back ? undefined : words.confirmHint}
      phrases={words.phrases}
      danger={back}
      required
      pending={command.pending}
      problem={command.problem}
      onCancel={onClose}
      onSubmit={(opinion) =>
        command.run({ verb: back ? 'return' : 'confirm', which: whichOf(ids, filters), opinion })
      }
    />
  )
}
