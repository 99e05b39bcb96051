import { Button, Modal, Typography } from 'antd'
import { useT } from '@/i18n'

/** A first password is shown once and kept nowhere. */
export function InitialPassword({
  login,
  password,
  onClose,
}: {
  login: string
  password: string
  onClose: () => void
}) {
  const t = useT()
  const words = t.admin.users
  return (
    <Modal
      open
      title={`${words.initial} · ${login}`}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.common.close}
        </Button>
      }
    >
      <p>{words.initialOnce}</p>
      <Typography.Text copyable code style={{ fontSize: 20 }}>
        {password}
      </Typography.Text>
    </Modal>
  )
}
