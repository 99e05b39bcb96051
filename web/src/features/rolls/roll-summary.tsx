import type { Roll } from '@/api/contract'
import { Amount, AmountChange, Count, CountChange, useAmountTitle } from '@/components/amount'
import { useT } from '@/i18n'
import styles from './roll.module.css'

/** The roll in one line: 户, 人, money, each against last month; changes; the printed amount beside it. */
export function RollSummary({ roll }: { roll: Roll }) {
  const t = useT()
  const amountTitle = useAmountTitle()
  const words = t.disburse.roll
  return (
    <section className={`panel ${styles.summary}`}>
      <div>
        <span>{t.common.households}</span>
        <b>
          <Count value={roll.households} />
        </b>
        <CountChange now={roll.households} before={roll.previous?.households} />
      </div>
      <div>
        <span>{t.common.persons}</span>
        <b>
          <Count value={roll.persons} />
        </b>
        <CountChange now={roll.persons} before={roll.previous?.persons} />
      </div>
      <div>
        <span>{amountTitle()}</span>
        <b>
          <Amount value={roll.amount} />
        </b>
        <AmountChange now={roll.amount} before={roll.previous?.amount} />
      </div>
      {(['new', 'stopped', 'raised', 'lowered', 'moved'] as const).map((kind) => (
        <div key={kind}>
          <span>{words.changeKinds[kind]}</span>
          <b className={styles.small}>
            <Count value={roll.changes[kind]} />
          </b>
        </div>
      ))}
      <div>
        <span>{amountTitle(words.printed)}</span>
        {roll.printed ? (
          <>
            <b className={styles.small}>
              <Amount value={roll.printed.amount} />
            </b>
            <span title={words.printedDifference}>
              <AmountChange now={roll.amount} before={roll.printed.amount} />
            </span>
          </>
        ) : (
          <span className="faint">{words.printedNone}</span>
        )}
      </div>
    </section>
  )
}
