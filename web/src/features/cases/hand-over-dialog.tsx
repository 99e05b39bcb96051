import { Form, Input, Modal } from 'antd'
import { useNotify } from '@/components/notify'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { handOver } from './api'
import { ColleagueField } from './colleague-field'

interface Entered {
  from?: string
  to: string
  reason: string
}

/** Puts open steps into an officer's hands: of chosen cases, or all that are in another's. */
export function HandOverDialog({ cases, onClose }: { cases: string[]; onClose: () => void }) {
  const t = useT()
  const notify = useNotify()
  const words = t.cases.handOver
  const [form] = Form.useForm<Entered>()
  const command = useCommand(handOver, {
    touches: [['cases']],
    quiet: true,
    onDone: (done) => {
      notify.done(words.done(done.steps, done.left))
      onClose()
    },
  })
  const required = { required: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.title}
      okText={words.open}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{cases.length > 0 ? words.note : words.all}</p>
      <Form<Entered>
        form={form}
        layout="vertical"
        onFinish={({ reason, ...who }) => command.run({ ...who, cases, reason: reason.trim() })}
      >
        {cases.length === 0 && (
          <Form.Item name="from" label={words.from} rules={[required]}>
            <ColleagueField />
          </Form.Item>
        )}
        <Form.Item name="to" label={words.to} rules={[required]}>
          <ColleagueField />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
