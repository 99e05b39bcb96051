import type { components } from '@/api/schema'
import { Status } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { type CaseFilters, useLamps } from './api'
import styles from './cases.module.css'

const tones = { green: 'good', yellow: 'wait', red: 'bad' } as const
const order = ['red', 'yellow', 'green'] as const

/** A lamp as a word with its colour. */
export function LampMark({ lamp }: { lamp: string }) {
  const t = useT()
  return (
    <Status tone={tones[lamp as keyof typeof tones] ?? 'plain'}>
      {wordFor(t.cases.lamps, lamp)}
    </Status>
  )
}

/** How many cases burn which lamp; a click narrows the list to it, another widens it again. */
export function LampBar({
  filters,
  choose,
}: {
  filters: CaseFilters
  choose: (lamp: string) => void
}) {
  const t = useT()
  const lamps = useLamps(filters)
  return (
    <fieldset className={`${styles.lamps} no-print`} aria-label={t.cases.lampFilter}>
      {order.map((lamp) => (
        <button
          key={lamp}
          type="button"
          className={`${styles.lamp} ${styles[lamp]}`}
          aria-pressed={filters.lamp === lamp}
          onClick={() => choose(filters.lamp === lamp ? '' : lamp)}
        >
          <strong className="num">{lamps.data?.[lamp] ?? '—'}</strong>
          <span>{t.cases.lamps[lamp]}</span>
          <span className="faint">{t.cases.lampNotes[lamp]}</span>
        </button>
      ))}
    </fieldset>
  )
}

type Next = components['schemas']['CaseNextLimit']

/** Days left of the limit that ends next. */
export function DaysLeft({ next }: { next: Next }) {
  const t = useT()
  if (next.left == null) return <span>{next.due}</span>
  return <span className="num">{t.cases.days(next.left, next.unit === 'working_days')}</span>
}
