import { Modal } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe, useSession } from '@/auth/session'
import { useT } from '@/i18n'

const warning = 60
const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Signs out after the server's idle time without a touch, after a minute's warning. */
export function IdleGuard() {
  const t = useT()
  const { idle_minutes } = useMe()
  const { signOut } = useSession()
  const last = useRef(Date.now())
  const [left, setLeft] = useState<number | null>(null)

  const stay = useCallback(() => {
    last.current = Date.now()
    setLeft(null)
  }, [])

  useEffect(() => {
    const touch = () => {
      if (left === null) last.current = Date.now()
    }
    for (const event of events) document.addEventListener(event, touch, { passive: true })
    const timer = setInterval(() => {
      const remaining = Math.ceil(idle_minutes * 60 - (Date.now() - last.current) / 1000)
      if (remaining <= 0) void signOut('idle')
      else setLeft(remaining <= warning ? remaining : null)
    }, 1000)
    return () => {
      for (const event of events) document.removeEventListener(event, touch)
      clearInterval(timer)
    }
  }, [idle_minutes, signOut, left])

  return (
    <Modal
      open={left !== null}
      title={t.shell.idleTitle}
      okText={t.shell.idleStay}
      cancelText={t.shell.signOut}
      onOk={stay}
      onCancel={() => void signOut('left')}
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
    >
      {t.shell.idleText(left ?? 0)}
    </Modal>
  )
}
