import { Form, Input, Modal, Select } from 'antd'
import type { User } from '@/api/contract'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { createUser, updateUser } from './api'

interface Entered {
  login: string
  name: string
  organisation_id: string
}

interface UserDialogProps {
  user: User | null
  organisations: { value: string; label: string }[]
  onClose: () => void
  onSecret: (login: string, password: string) => void
}

export function UserDialog({ user, organisations, onClose, onSecret }: UserDialogProps) {
  const t = useT()
  const words = t.admin.users
  const [form] = Form.useForm<Entered>()
  const command = useCommand(
    async ({ login, name, organisation_id }: Entered, key): Promise<string | null> => {
      if (user) {
        await updateUser({ id: user.id, version: user.version, name, organisation_id })
        return null
      }
      return (await createUser({ login, name, organisation_id }, key)).initial_password
    },
    {
      success: user ? t.admin.organisations.saved : words.created,
      touches: [['users']],
      quiet: true,
      onDone: (password, { login }) => {
        onClose()
        if (password) onSecret(login, password)
      },
    },
  )
  const needed = { required: true, whitespace: true, message: t.common.required }
  return (
    <Modal
      open
      title={user ? words.edit : words.create}
      okText={t.common.save}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{
          login: user?.login ?? '',
          name: user?.name ?? '',
          organisation_id: user?.organisation.id,
        }}
        onFinish={({ login, name, organisation_id }) =>
          command.run({ login: login.trim(), name: name.trim(), organisation_id })
        }
      >
        <Form.Item name="login" label={words.login} rules={[needed]}>
          <Input autoFocus disabled={user !== null} maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={words.name} rules={[needed]}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="organisation_id"
          label={words.organisation}
          rules={[{ required: true, message: t.common.required }]}
        >
          <Select showSearch={{ optionFilterProp: 'label' }} options={organisations} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
