import type { Fact, FactValue } from '@/api/contract'
import { useFactName } from '@/components/vocabulary'
import { useT } from '@/i18n'
import { formatMoney } from '@/lib/money'
import styles from './household.module.css'

/** A value as it is read aloud: yes and no as words, unknown said to be unknown, money grouped. */
export function useFactText(): (value: FactValue, unit?: string | null) => string {
  const t = useT()
  return (value, unit) => {
    if (value === null) return t.households.file.unknown
    if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
    if (Array.isArray(value)) return value.length === 0 ? t.common.none : t.common.list(value)
    if (typeof value === 'string' && unit?.startsWith('元')) return formatMoney(value)
    return String(value)
  }
}

/** What an award or a decision states, in one line. */
export function useFactLine(): (facts: Record<string, FactValue>) => string {
  const text = useFactText()
  const called = useFactName()
  return (facts) =>
    Object.entries(facts)
      .map(([name, value]) => `${called(name)} ${text(value)}`)
      .join('；')
}

/** Facts by name as a list, in the order in which the server names them. */
export function factsOf(facts: Record<string, FactValue>): Fact[] {
  return Object.entries(facts).map(([name, value]) => ({ name, value }))
}

export function FactList({ facts }: { facts: Fact[] }) {
  const t = useT()
  const text = useFactText()
  const called = useFactName()
  if (facts.length === 0) return <span className="faint">{t.households.file.noFacts}</span>
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{called(fact.name)}</dt>
          <dd className="num" title={fact.source ?? undefined}>
            {text(fact.value, fact.unit)} {fact.unit && <small>{fact.unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
