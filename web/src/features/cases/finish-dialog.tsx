import { Form, Input, Modal } from 'antd'
import type { components } from '@/api/schema'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { finishStep } from './api'
import { AskField, shown, stated } from './ask-field'
import { Phrases } from './phrases'

export type Action = components['schemas']['CaseAction']

interface Props {
  id: string
  seen: number
  action: Action
  onClose: () => void
}

interface Entry {
  reason?: string
  facts?: Record<string, string>
}

/** Takes an outcome: asks for the reason and the facts that it needs, and shows a refusal. */
export function FinishDialog({ id, seen, action, onClose }: Props) {
  const t = useT()
  const word = useWord()
  const [form] = Form.useForm<Entry>()
  const reason = Form.useWatch('reason', form) ?? ''
  const command = useCommand(finishStep, {
    success: t.common.done,
    touches: [['cases'], ['decisions'], ['household'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  const required = { required: true, whitespace: true, message: t.common.required }
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
          facts: Object.fromEntries(action.asks.map((ask) => [ask.name, shown(ask.value)])),
        }}
        onFinish={({ reason, facts = {} }) =>
          command.run({
            id,
            seen,
            step: action.step,
            outcome: action.outcome,
            reason: reason?.trim() || null,
            facts: Object.fromEntries(
              action.asks.map((ask) => [ask.name, stated(ask, facts[ask.name] ?? '')]),
            ),
          })
        }
      >
        {action.asks.map((ask) => (
          <Form.Item
            key={ask.name}
            name={['facts', ask.name]}
            label={word({ zh: ask.name, en: ask.en })}
            extra={ask.proposed ? t.cases.proposed : undefined}
            rules={[required]}
          >
            <AskField ask={ask} />
          </Form.Item>
        ))}
        {action.reason && (
          <>
            <Form.Item name="reason" label={t.common.reason} rules={[required]}>
              <Input.TextArea rows={3} maxLength={500} showCount />
            </Form.Item>
            <Phrases text={reason} onText={(text) => form.setFieldValue('reason', text)} />
          </>
        )}
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
