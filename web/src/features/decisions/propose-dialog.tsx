import { Button, Form, Input, Modal, Select } from 'antd'
import type { Award } from '@/api/contract'
import { MonthField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { householdKey } from '@/features/household/api'
import { useT } from '@/i18n'
import { addMonths, thisMonth } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type AwardProposal, proposeForAward } from './api'

interface Entered {
  from_month: string
  to_month: string
  reason: string
  class?: string
}

const classes = ['一类', '二类', '三类', '四类']

export function ProposeDialog({
  verb,
  award,
  household,
  onClose,
}: {
  verb: AwardProposal['verb']
  award: Award
  household: string
  onClose: () => void
}) {
  const t = useT()
  const words = t.decisions.propose
  const [form] = Form.useForm<Entered>()
  const next = addMonths(thisMonth(), 1)
  const command = useCommand(proposeForAward, {
    success: words.done,
    touches: [householdKey(household), ['decisions'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  const phrases = {
    stop: words.stopPhrases,
    grace: words.gracePhrases,
    change: words.changePhrases,
  }[verb]
  return (
    <Modal
      open
      title={words.title(words[verb])}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, danger: verb === 'stop' }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{t.decisions.twoPersons}</p>
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ from_month: next, to_month: addMonths(next, 5), class: award.class }}
        onFinish={(entered) =>
          command.run({
            verb,
            award: award.id,
            programme: award.programme.key,
            from_month: entered.from_month,
            to_month: entered.to_month,
            reason: entered.reason.trim(),
            facts: verb === 'change' && entered.class ? { 低保类别: entered.class } : {},
          })
        }
      >
        <Form.Item
          name="from_month"
          label={words.fromMonth}
          rules={[{ required: true, message: t.common.required }]}
        >
          <MonthField allowClear={false} />
        </Form.Item>
        {verb === 'grace' && (
          <Form.Item
            name="to_month"
            label={words.toMonth}
            rules={[{ required: true, message: t.common.required }]}
          >
            <MonthField allowClear={false} />
          </Form.Item>
        )}
        {verb === 'change' && (
          <Form.Item name="class" label={words.class} rules={[{ required: true }]}>
            <Select options={classes.map((one) => ({ value: one, label: one }))} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
          style={{ marginBottom: 8 }}
        >
          <Input.TextArea autoFocus rows={2} maxLength={300} />
        </Form.Item>
        <Flexed>
          {phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              onClick={() => form.setFieldsValue({ reason: phrase })}
            >
              {phrase}
            </Button>
          ))}
        </Flexed>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

function Flexed({ children }: { children: React.ReactNode }) {
  return <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>{children}</div>
}
