import { Button, Flex } from 'antd'
import { useSession } from '@/auth/session'
import { useNotify } from '@/components/notify'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'
import { PasswordForm } from './password-form'

/** An initial password opens only this page. */
export function FirstPassword() {
  const t = useT()
  const { signOut } = useSession()
  const notify = useNotify()
  return (
    <main>
      <Flex align="center" justify="center" style={{ minHeight: '100vh', padding: 16 }}>
        <div style={{ width: 'min(440px, 100%)' }}>
          <Panel
            title={t.session.firstTitle}
            extra={
              <Button type="link" size="small" onClick={() => void signOut('left')}>
                {t.shell.signOut}
              </Button>
            }
          >
            <p className="muted" style={{ marginTop: 0 }}>
              {t.session.firstText}
            </p>
            <PasswordForm onDone={() => notify.done(t.session.changed)} />
          </Panel>
        </div>
      </Flex>
    </main>
  )
}
