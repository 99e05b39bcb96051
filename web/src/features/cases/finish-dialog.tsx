import { Form, Input, Modal } from 'antd'
import type { components } from '@/api/schema'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { finishStep } from './api'

export type Action = components['schemas']['CaseAction']

/** 是 and 否 stand for truth, as in the register's own forms; everything else is kept as typed. */
function stated(text: string): string | boolean {
  if (text === '是' || text.toLowerCase() === 'yes') return true
  if (text === '否' || text.toLowerCase() === 'no') return false
  return text
}

interface Props {
  id: string
  seen: number
  action: Action
  onClose: () => void
}

/** Takes an outcome: asks for the reason and the facts that it needs, and shows a refusal. */
export function FinishDialog({ id, seen, action, onClose }: Props) {
  const t = useT()
  const word = useWord()
  const [form] = Form.useForm<{ reason?: string; facts?: Record<string, string> }>()
  const command = useCommand(finishStep, {
    success: t.common.done,
    touches: [['cases'], ['decisions'], ['household'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={word(action)}
      okText={word(action)}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{action.cite}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          facts: Object.fromEntries(
            Object.entries(action.given).map(([name, value]) => [
              name,
              value === true ? t.common.yes : value === false ? t.common.no : String(value),
            ]),
          ),
        }}
        onFinish={({ reason, facts = {} }) =>
          command.run({
            id,
            seen,
            step: action.step,
            outcome: action.outcome,
            reason: reason?.trim() || null,
            facts: Object.fromEntries(
              Object.entries(facts).map(([name, text]) => [name, stated(text.trim())]),
            ),
          })
        }
      >
        {action.asks.map((name, index) => (
          <Form.Item
            key={name}
            name={['facts', name]}
            label={name}
            extra={index === 0 ? t.cases.factHint : undefined}
            rules={[{ required: true, whitespace: true, message: t.common.required }]}
          >
            <Input autoFocus={index === 0} maxLength={60} />
          </Form.Item>
        ))}
        {action.reason && (
          <Form.Item
            name="reason"
            label={t.common.reason}
            rules={[{ required: true, whitespace: true, message: t.common.required }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        )}
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
