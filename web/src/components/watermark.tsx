import { type ReactNode, useState } from 'react'
import { useMe } from '@/auth/session'
import { useT } from '@/i18n'
import { formatTime } from '@/lib/time'
import styles from './watermark.module.css'

const marks = Array.from({ length: 60 }, (_, index) => `mark-${index}`)

/** Who looked, and when, over every page with personal data, on screen and on paper. */
export function Watermark({ children }: { children: ReactNode }) {
  const me = useMe()
  const t = useT()
  const [since] = useState(() => formatTime(new Date()))
  return (
    <div className={styles.field}>
      {children}
      <div className={styles.marks} aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark}>
            {t.shell.watermark(me.name, me.login)}
            <br />
            {since}
          </span>
        ))}
      </div>
    </div>
  )
}
