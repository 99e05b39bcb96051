import { Timeline } from 'antd'
import type { components } from '@/api/schema'
import { useT, useWord } from '@/i18n'
import { formatTime } from '@/lib/time'
import styles from './cases.module.css'

type Stop = components['schemas']['CaseStop']

const colours: Record<string, string> = {
  done: 'green',
  passed: 'gray',
  current: 'blue',
  ahead: 'gray',
  left: 'gray',
}

/** The road of a case: what is done and by whom, where it stands, what lies ahead. */
export function Road({ stops }: { stops: Stop[] }) {
  const t = useT()
  const word = useWord()
  const shown = stops.filter((one) => one.place !== 'left')
  return (
    <Timeline
      items={shown.map((one) => ({
        key: one.step,
        color: colours[one.place] ?? 'gray',
        content: (
          <>
            <strong style={one.place === 'ahead' ? { fontWeight: 400 } : undefined}>
              {word(one)}
            </strong>
            {one.place === 'current' && <span className="muted"> · {t.cases.now}</span>}
            {one.place === 'passed' && <span className="muted"> · {t.cases.passed}</span>}
            {one.round > 1 && <span className="muted"> · {t.cases.round(one.round)}</span>}
            {one.sent_back && (
              <div className={styles.back}>
                {word(one.sent_back)} · {one.sent_back.by?.name}
                {one.sent_back.reason && <div>{one.sent_back.reason}</div>}
              </div>
            )}
            {one.outcome_zh && (
              <div className="muted">
                {word({ zh: one.outcome_zh, en: one.outcome_en ?? '' })} · {one.by?.name}{' '}
                {formatTime(one.finished)}
              </div>
            )}
          </>
        ),
      }))}
    />
  )
}
