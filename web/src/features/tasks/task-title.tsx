import { Link } from 'react-router'
import type { Lamp, Task } from '@/api/contract'
import { useSpeech } from '@/i18n'
import styles from './lamp.module.css'
import { subjectPath } from './subjects'

/** The time-limit lamp; its meaning is also said in words. */
export function TaskLamp({ lamp }: { lamp: Lamp }) {
  const { t } = useSpeech()
  return (
    <span
      className={`${styles.lamp} ${styles[lamp]}`}
      role="img"
      aria-label={t.home.lamps[lamp]}
      title={t.home.lamps[lamp]}
    />
  )
}

export function TaskTitle({ task }: { task: Task }) {
  const { language } = useSpeech()
  const title = language === 'zh' ? task.title_zh : task.title_en
  const path = subjectPath(task.noun, task.subject_id)
  return path ? <Link to={path}>{title}</Link> : <span>{title}</span>
}
