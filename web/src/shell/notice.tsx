import { Emblem } from '@/components/emblem'
import styles from './notice.module.css'

/** A page that has nothing to show says so quietly, and what to do next. */
export function Notice({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: React.ReactNode
}) {
  return (
    <section className={styles.notice} role="status">
      <Emblem size={44} />
      <h1>{title}</h1>
      <p className="muted">{text}</p>
      {children}
    </section>
  )
}
