import type { CalculatorOutcome, CalculatorResult } from '@/api/contract'
import { type Language, messagesOf } from '@/i18n'
import { formatMoney } from '@/lib/money'
import styles from './calculator.module.css'

function List({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul>
          {items.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </dd>
    </>
  )
}

function One({ result, language }: { result: CalculatorResult; language: Language }) {
  const t = messagesOf(language)
  const words = t.calculator
  const name = (member: number) => (member === 0 ? words.me : words.member(member + 1))
  const missing = result.missing.map((one) =>
    typeof one.member === 'number' ? `${name(one.member)} · ${one[language]}` : one[language],
  )
  return (
    <article
      className={`${styles.card} ${result.outcome === 'likely' ? styles.likely : styles.open}`}
    >
      <h3>{result[language]}</h3>
      {result.monthly && (
        <p className={styles.amount}>{words.monthly(formatMoney(result.monthly))}</p>
      )}
      {result.once && <p className={styles.amount}>{words.once(formatMoney(result.once))}</p>}
      {result.outcome === 'likely' && result.pays && !result.monthly && !result.once && (
        <p className={styles.amount}>{words.amountLater}</p>
      )}
      {result.concept && <p>{result.concept}</p>}
      {result.members.length > 0 && (
        <p>
          {words.forWhom}：{t.common.list(result.members.map(name))}
        </p>
      )}
      {result.office && (
        <p>
          {words.office}：<b>{result.office}</b>
        </p>
      )}
      {result.refer_to && <p>{words.refer(result.refer_to)}</p>}
      <details>
        <summary>{words.details}</summary>
        <dl>
          <List title={words.missing} items={[...new Set(missing)]} />
          <List title={words.materials} items={result.materials} />
          <List title={words.procedure} items={result.procedure} />
          <List title={words.why} items={result.reasons.map((one) => one[language])} />
          <List title={words.cites} items={result.cites} />
        </dl>
      </details>
    </article>
  )
}

/** What would settle the open programmes, once each, by whose it is. */
function Lacking({ results, language }: { results: CalculatorResult[]; language: Language }) {
  const t = messagesOf(language)
  const words = t.calculator
  const found = new Map<number, Set<string>>()
  for (const one of results.flatMap((result) => result.missing)) {
    const member = one.member ?? -1
    found.set(member, (found.get(member) ?? new Set()).add(one[language]))
  }
  if (found.size === 0) return null
  const name = (member: number) =>
    member < 0 ? words.wholeFamily : member === 0 ? words.me : words.member(member + 1)
  return (
    <section className={styles.card}>
      <h3>{words.tellMore}</h3>
      <ul>
        {[...found]
          .sort(([left], [right]) => left - right)
          .map(([member, facts]) => (
            <li key={member}>
              <b>{name(member)}</b> {t.common.list([...facts])}
            </li>
          ))}
      </ul>
    </section>
  )
}

/** What one might get: what is likely first, then what must still be known, then what is not. */
export function Outcome({ outcome, language }: { outcome: CalculatorOutcome; language: Language }) {
  const words = messagesOf(language).calculator
  const of = (kind: string) => outcome.results.filter((one) => one.outcome === kind)
  const [likely, open, no] = [of('likely'), of('open'), of('no')]
  return (
    <div aria-live="polite">
      <p className={styles.lead}>{words.disclaimer(outcome.place[language], outcome.on)}</p>
      {likely.length > 0 ? (
        <h2>{words.likely}</h2>
      ) : (
        <p className={styles.card}>{words.noneLikely}</p>
      )}
      {likely.map((one) => (
        <One key={one.key} result={one} language={language} />
      ))}
      {open.length > 0 && <h2>{words.open}</h2>}
      <Lacking results={open} language={language} />
      {open.map((one) => (
        <One key={one.key} result={one} language={language} />
      ))}
      {no.length > 0 && (
        <details>
          <summary>
            {words.no}（{no.length}）
          </summary>
          {no.map((one) => (
            <section key={one.key} className={styles.card}>
              <h3>{one[language]}</h3>
              <p>
                {messagesOf(language).common.list(one.reasons.map((reason) => reason[language]))}
              </p>
            </section>
          ))}
        </details>
      )}
    </div>
  )
}
