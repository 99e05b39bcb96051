import { App, Button, Flex } from 'antd'
import type { User } from '@/api/contract'
import { useMay } from '@/auth/session'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { lockUser, resetPassword } from './api'

interface UserActionsProps {
  user: User
  onEdit: () => void
  onGrants: () => void
  onSecret: (password: string) => void
}

export function UserActions({ user, onEdit, onGrants, onSecret }: UserActionsProps) {
  const t = useT()
  const may = useMay()
  const { modal } = App.useApp()
  const words = t.admin.users
  const touches = [['users']]
  const reset = useCommand(resetPassword, {
    touches,
    onDone: (result) => onSecret(result.initial_password),
  })
  const lock = useCommand(lockUser, { success: t.common.done, touches })
  const ask = (title: string, content: string, onOk: () => void) =>
    modal.confirm({ title, content, okText: title, cancelText: t.common.cancel, onOk })
  const verb = user.status === 'locked' ? 'unlock' : 'lock'
  return (
    <Flex gap={10}>
      {may('directory.user.update') && (
        <Button size="small" type="link" style={{ padding: 0 }} onClick={onEdit}>
          {t.common.edit}
        </Button>
      )}
      {may('directory.grant.create') && (
        <Button size="small" type="link" style={{ padding: 0 }} onClick={onGrants}>
          {words.grant}
        </Button>
      )}
      {may('directory.user.reset') && (
        <Button
          size="small"
          type="link"
          style={{ padding: 0 }}
          onClick={() => ask(words.reset, words.resetText(user.name), () => reset.run(user.id))}
        >
          {words.reset}
        </Button>
      )}
      {may(`directory.user.${verb}`) && user.status !== 'disabled' && (
        <Button
          size="small"
          type="link"
          danger={verb === 'lock'}
          style={{ padding: 0 }}
          onClick={() =>
            verb === 'lock'
              ? ask(words.lock, words.lockText(user.name), () => lock.run({ id: user.id, verb }))
              : lock.run({ id: user.id, verb })
          }
        >
          {words[verb]}
        </Button>
      )}
    </Flex>
  )
}
