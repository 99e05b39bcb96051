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
      {missing.length > 0 && (
        <p>
          {words.missing}：{t.common.list([...new Set(missing)])}
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
          <List title={words.materials} items={result.materials} />
          <List title={words.procedure} items={result.procedure} />
          <List title={words.why} items={result.reasons.map((one) => one[language])} />
          <List title={words.cites} items={result.cites} />
        </dl>
      </details>
    </article>
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
              <p>{one.reasons.map((reason) => reason[language]).join('；')}</p>
            </section>
          ))}
        </details>
      )}
    </div>
  )
}
