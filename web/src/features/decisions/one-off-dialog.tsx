import { Form, Input, Modal } from 'antd'
import { MonthField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { householdKey } from '@/features/household/api'
import { useT } from '@/i18n'
import { fromFen, toFen } from '@/lib/money'
import { thisMonth } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { proposeOneOff } from './api'
import { TermFields } from './term-fields'
import { CAUSE, filled } from './terms'

interface Entered {
  month: string
  amount: string
  reason: string
  facts?: Record<string, string | undefined>
}

/** Temporary relief for this family, put before a second person. */
export function OneOffDialog({ household, onClose }: { household: string; onClose: () => void }) {
  const t = useT()
  const words = t.decisions.propose
  const [form] = Form.useForm<Entered>()
  const command = useCommand(proposeOneOff, {
    success: words.done,
    touches: [householdKey(household), ['decisions'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  const needed = { required: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.title(words.oneOff)}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{t.decisions.twoPersons}</p>
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ month: thisMonth() }}
        onFinish={(entered) =>
          command.run({
            household,
            month: entered.month,
            amount: fromFen(toFen(entered.amount) ?? 0n),
            cause: entered.facts?.[CAUSE] ?? '',
            reason: entered.reason.trim(),
            facts: filled(entered.facts ?? {}),
          })
        }
      >
        <Form.Item name="month" label={t.common.month} rules={[needed]}>
          <MonthField allowClear={false} />
        </Form.Item>
        <Form.Item
          name="amount"
          label={words.amount}
          rules={[
            needed,
            {
              validator: (_rule, text: string) =>
                !text || (toFen(text) ?? 0n) > 0n
                  ? Promise.resolve()
                  : Promise.reject(new Error(words.amountInvalid)),
            },
          ]}
        >
          <Input inputMode="decimal" maxLength={12} className="num" />
        </Form.Item>
        <TermFields programme="temporary_relief" />
        <Form.Item name="reason" label={t.common.reason} rules={[{ ...needed, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
