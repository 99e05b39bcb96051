import { App, Button, Drawer, Empty, Flex, Form, Select } from 'antd'
import type { Grant, User } from '@/api/contract'
import { useMay, useMe } from '@/auth/session'
import { DivisionField } from '@/components/division-field'
import { DateField } from '@/components/fields'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { createGrant, endGrant, type GrantDraft, useRoles } from './api'

function GrantRow({ grant }: { grant: Grant }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const { modal } = App.useApp()
  const words = t.admin.users
  const end = useCommand(endGrant, { success: words.ended, touches: [['users']] })
  return (
    <Flex
      justify="space-between"
      align="center"
      gap={12}
      className="panel"
      style={{ padding: '8px 12px' }}
    >
      <div>
        <b>{word(grant.role)}</b> · {grant.division.full_name}
        <div className="faint num">
          {grant.sections.length === 0 ? words.sectionsAll : t.common.list(grant.sections)} ·{' '}
          {t.common.period(grant.from, grant.to)}
        </div>
      </div>
      {may('directory.grant.end') && (
        <Button
          size="small"
          danger
          loading={end.pending}
          onClick={() =>
            modal.confirm({
              title: words.end,
              content: words.endText,
              okText: words.end,
              cancelText: t.common.cancel,
              onOk: () => end.run(grant.id),
            })
          }
        >
          {words.end}
        </Button>
      )}
    </Flex>
  )
}

export function GrantsDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useT()
  const me = useMe()
  const word = useWord()
  const roles = useRoles()
  const [form] = Form.useForm<GrantDraft>()
  const words = t.admin.users
  const command = useCommand(createGrant, {
    success: words.granted,
    touches: [['users']],
    quiet: true,
    onDone: () => form.resetFields(),
  })
  const needed = { required: true, message: t.common.required }
  return (
    <Drawer open title={words.grantTitle(user.name)} size={480} onClose={onClose}>
      <Flex vertical gap={10}>
        {user.grants.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noGrants} />
        )}
        {user.grants.map((grant) => (
          <GrantRow key={grant.id} grant={grant} />
        ))}
        <Panel title={words.grant}>
          <Form<GrantDraft>
            form={form}
            layout="vertical"
            initialValues={{ division: me.division.code, sections: [], from: today(), to: '' }}
            onFinish={(draft) => command.run({ ...draft, to: draft.to || null, user: user.id })}
          >
            <Form.Item name="role" label={words.role} rules={[needed]}>
              <Select
                loading={roles.isLoading}
                options={roles.data?.map((one) => ({ value: one.key, label: word(one) })) ?? []}
              />
            </Form.Item>
            <Form.Item name="division" label={t.common.division} rules={[needed]}>
              <DivisionField />
            </Form.Item>
            <Form.Item name="sections" label={words.sections}>
              <Select
                mode="tags"
                open={false}
                placeholder={words.sectionsAll}
                tokenSeparators={['、', '，', ',', ' ']}
              />
            </Form.Item>
            <Flex gap={12}>
              <Form.Item name="from" label={words.from} rules={[needed]} style={{ flex: 1 }}>
                <DateField allowClear={false} />
              </Form.Item>
              <Form.Item name="to" label={words.to} style={{ flex: 1 }}>
                <DateField placeholder={words.endless} />
              </Form.Item>
            </Flex>
            {command.problem && <ProblemAlert problem={command.problem} />}
            <Button
              type="primary"
              htmlType="submit"
              loading={command.pending}
              style={{ marginTop: 8 }}
            >
              {words.grant}
            </Button>
          </Form>
        </Panel>
      </Flex>
    </Drawer>
  )
}
