import { Form, Input, Modal, Select } from 'antd'
import type { HouseholdFile } from '@/api/contract'
import { MonthField, useProgrammes } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { householdKey } from '@/features/household/api'
import { useT, useWord } from '@/i18n'
import { addMonths, thisMonth } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { proposeStart } from './api'
import { TermFields } from './term-fields'
import { filled } from './terms'

interface Entered {
  programme: string
  from_month: string
  members: string[]
  reason: string
  facts?: Record<string, string | undefined>
}

/** A new award of this family, put before a second person. */
export function StartDialog({
  household,
  onClose,
}: {
  household: HouseholdFile
  onClose: () => void
}) {
  const t = useT()
  const word = useWord()
  const words = t.decisions.propose
  const programmes = useProgrammes()
  const [form] = Form.useForm<Entered>()
  const programme = Form.useWatch('programme', form)
  const command = useCommand(proposeStart, {
    success: words.done,
    touches: [householdKey(household.id), ['decisions'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  const present = household.members.filter((one) => one.to === null)
  const needed = { required: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.title(words.start)}
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
        initialValues={{
          from_month: addMonths(thisMonth(), 1),
          members: present.map((one) => one.person_id),
        }}
        onFinish={(entered) =>
          command.run({
            household: household.id,
            programme: entered.programme,
            from_month: entered.from_month,
            members: entered.members,
            reason: entered.reason.trim(),
            facts: filled(entered.facts ?? {}),
          })
        }
      >
        <Form.Item name="programme" label={t.common.programme} rules={[needed]}>
          <Select
            options={programmes.data?.items
              .filter((one) => one.key !== 'temporary_relief')
              .map((one) => ({ value: one.key, label: word(one) }))}
          />
        </Form.Item>
        <Form.Item name="from_month" label={words.fromMonth} rules={[needed]}>
          <MonthField allowClear={false} />
        </Form.Item>
        <Form.Item name="members" label={t.households.awards.members} rules={[needed]}>
          <Select
            mode="multiple"
            options={present.map((one) => ({ value: one.person_id, label: one.name }))}
          />
        </Form.Item>
        {programme && <TermFields programme={programme} />}
        <Form.Item name="reason" label={t.common.reason} rules={[{ ...needed, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
