import { Button, Flex, Form, Input, Modal } from 'antd'
import type { Award } from '@/api/contract'
import { MonthField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { householdKey } from '@/features/household/api'
import { useT } from '@/i18n'
import { addMonths, thisMonth } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type AwardProposal, proposeForAward } from './api'
import { TermFields } from './term-fields'
import { filled } from './terms'

interface Entered {
  from_month: string
  to_month: string
  reason: string
  facts?: Record<string, string | undefined>
}

interface ProposeDialogProps {
  verb: AwardProposal['verb']
  award: Award
  household: string
  onClose: () => void
}

/** A stop, a grace period or a change of an award, put before a second person. */
export function ProposeDialog({ verb, award, household, onClose }: ProposeDialogProps) {
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
  const needed = { required: true, message: t.common.required }
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
        initialValues={{
          from_month: next,
          to_month: addMonths(next, 5),
          facts: award.terms[0]?.facts ?? {},
        }}
        onFinish={(entered) =>
          command.run({
            verb,
            award: award.id,
            programme: award.programme.key,
            from_month: entered.from_month,
            to_month: entered.to_month,
            reason: entered.reason.trim(),
            facts: verb === 'change' ? filled(entered.facts ?? {}) : {},
          })
        }
      >
        <Form.Item name="from_month" label={words.fromMonth} rules={[needed]}>
          <MonthField allowClear={false} />
        </Form.Item>
        {verb === 'grace' && (
          <Form.Item name="to_month" label={words.toMonth} rules={[needed]}>
            <MonthField allowClear={false} />
          </Form.Item>
        )}
        {verb === 'change' && <TermFields programme={award.programme.key} />}
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ ...needed, whitespace: true }]}
          style={{ marginBottom: 8 }}
        >
          <Input.TextArea autoFocus rows={2} maxLength={300} />
        </Form.Item>
        <Flex gap={6} wrap>
          {phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              onClick={() => form.setFieldsValue({ reason: phrase })}
            >
              {phrase}
            </Button>
          ))}
        </Flex>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
