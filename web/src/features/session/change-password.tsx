import { Modal } from 'antd'
import { useNotify } from '@/components/notify'
import { useT } from '@/i18n'
import { PasswordForm } from './password-form'

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const t = useT()
  const notify = useNotify()
  return (
    <Modal open title={t.session.changeTitle} footer={null} onCancel={onClose} width={440}>
      <PasswordForm
        onDone={() => {
          notify.done(t.session.changed)
          onClose()
        }}
      />
    </Modal>
  )
}
