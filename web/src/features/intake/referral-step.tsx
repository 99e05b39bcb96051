import { Form, Input, Modal, Radio } from 'antd'
import { call } from '@/api/client'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import type { Referral } from './api'

export type Step = 'receive' | 'answer' | 'tell'

interface Said {
  text: string
  accepted?: boolean
}

/** One step of a referral, with what is said at it. */
export function StepDialog(props: { one: Referral; step: Step; onClose: () => void }) {
  const { one, step, onClose } = props
  const t = useT()
  const words = t.intake.referrals
  const [form] = Form.useForm<Said>()
  const act = ({ text, accepted }: Said) => {
    const common = { path: { id: one.id }, version: one.version }
    if (step === 'receive')
      return call('intake.referral.receive', { ...common, body: { by: text } })
    if (step === 'tell') return call('intake.referral.tell', { ...common, body: { how: text } })
    const body = { accepted: accepted === true, answer: text }
    return call('intake.referral.answer', { ...common, body })
  }
  const command = useCommand(act, {
    success: t.common.done,
    touches: [['referrals'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  const labels = { receive: words.receivedBy, answer: words.answerText, tell: words.how }
  return (
    <Modal
      open
      title={words[step]}
      okText={words[step]}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">
        {one.number} {one.department}
      </p>
      <Form form={form} layout="vertical" onFinish={command.run}>
        {step === 'answer' && (
          <Form.Item name="accepted" rules={[{ required: true, message: t.common.required }]}>
            <Radio.Group
              options={[
                { value: true, label: words.accepted },
                { value: false, label: words.refused },
              ]}
            />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={labels[step]}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={1000} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
