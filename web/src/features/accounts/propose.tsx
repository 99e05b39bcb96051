import { Form, Input, Modal, Select } from 'antd'
import type { HouseholdFile } from '@/api/contract'
import { ProblemAlert } from '@/components/problem'
import { householdKey } from '@/features/household/api'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type AccountProposal, proposeAccount } from './api'

export function ProposeAccount({
  household,
  onClose,
}: {
  household: HouseholdFile
  onClose: () => void
}) {
  const t = useT()
  const words = t.households.accounts
  const [form] = Form.useForm<AccountProposal>()
  const command = useCommand(proposeAccount, {
    success: words.proposed,
    touches: [householdKey(household.id), ['account-changes'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  const needed = { required: true, whitespace: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.proposeTitle}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.twoPersons}</p>
      <Form<AccountProposal>
        form={form}
        layout="vertical"
        initialValues={{ person: household.members[0]?.person_id }}
        onFinish={(entered) =>
          command.run({ ...entered, account: entered.account.replace(/[\s-]/g, '') })
        }
      >
        <Form.Item name="person" label={words.person} rules={[{ required: true }]}>
          <Select
            options={household.members.map((one) => ({ value: one.person_id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="holder" label={words.holder} rules={[needed]}>
          <Input autoFocus maxLength={50} />
        </Form.Item>
        <Form.Item name="bank" label={words.bank} rules={[needed]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="account"
          label={words.account}
          rules={[
            { required: true, message: t.common.required },
            { pattern: /^[\d\s-]{8,40}$/, message: words.accountInvalid },
          ]}
        >
          <Input inputMode="numeric" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="reason" label={t.common.reason} rules={[needed]}>
          <Input maxLength={200} placeholder={words.reasonHint} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
