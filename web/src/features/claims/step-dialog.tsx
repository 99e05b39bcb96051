import { Form, Input, Modal } from 'antd'
import type { Claim } from '@/api/contract'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { fromFen, subtract, toFen } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { type ClaimVerb, moveClaim } from './api'

interface Entered {
  amount: string
  reason: string
}

/** Money that came back from a family, or went on to the treasury. */
export function StepDialog({
  claim,
  verb,
  onClose,
}: {
  claim: Claim
  verb: ClaimVerb
  onClose: () => void
}) {
  const t = useT()
  const words = t.disburse.claims
  const [form] = Form.useForm<Entered>()
  const collecting = verb === 'collect'
  const command = useCommand(moveClaim, {
    success: t.common.done,
    touches: [['claims'], ['ledger']],
    quiet: true,
    onDone: onClose,
  })
  const rest = collecting
    ? subtract(claim.amount, claim.collected)
    : subtract(claim.collected, claim.handed)
  return (
    <Modal
      open
      title={`${collecting ? words.collect : words.handOver} · ${claim.number}`}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{collecting ? words.collectText : words.handOverText}</p>
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ amount: rest ?? '' }}
        onFinish={({ amount, reason }) =>
          command.run({
            claim,
            verb,
            amount: fromFen(toFen(amount) ?? 0n),
            reason: (reason ?? '').trim(),
          })
        }
      >
        <Form.Item
          name="amount"
          label={t.decisions.propose.amount}
          rules={[
            {
              validator: (_rule, text: string) =>
                (toFen(text ?? '') ?? 0n) > 0n
                  ? Promise.resolve()
                  : Promise.reject(new Error(t.decisions.propose.amountInvalid)),
            },
          ]}
        >
          <Input autoFocus inputMode="decimal" maxLength={12} className="num" />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
