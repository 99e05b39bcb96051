import type { Simulation, SimulationDivision, SimulationSums } from '@/api/contract'
import { Amount, AmountChange } from '@/components/amount'
import { useSpeech, useT } from '@/i18n'
import { formatCount, fromFen, toFen } from '@/lib/money'
import { useUnit } from '@/lib/preferences'
import styles from './simulate.module.css'
import { percentOf } from './values'

/** 户 and 人 side by side; nobody stays blank. */
export function People({ sums }: { sums: SimulationSums }) {
  const t = useT()
  if (sums.households === 0 && sums.persons === 0) return <span className="faint">—</span>
  return (
    <span className="num">
      {formatCount(sums.households)} {t.common.householdsShort} {formatCount(sums.persons)}{' '}
      {t.common.personsShort}
    </span>
  )
}

/** What share of a population those paid are, on both sides: 占农业人口 8.69% → 8.72%. */
function Share({ answer }: { answer: Simulation }) {
  const { t, language } = useSpeech()
  const words = t.simulate
  const of = (persons: number, base: number) => `${((persons * 100) / base).toFixed(2)}%`
  return (
    <>
      {answer.bases
        .filter((base) => base.persons > 0)
        .map((base) => {
          const before = of(answer.all.baseline.persons, base.persons)
          const after = of(answer.all.variant.persons, base.persons)
          return (
            <span key={base.name} title={base.cite} className="num">
              {words.share(
                language === 'zh' ? base.name : base.en || base.name,
                before === after ? before : `${before} → ${after}`,
              )}
            </span>
          )
        })}
    </>
  )
}

const year = (monthly: string) => fromFen((toFen(monthly) ?? 0n) * 12n)

/** What an official asks first: what a month costs, how much more, for whom. */
export function Figures({ answer }: { answer: Simulation }) {
  const t = useT()
  const { unit } = useUnit()
  const words = t.simulate
  const { all } = answer
  const [before, after] = [all.baseline.monthly, all.variant.monthly]
  const money = unit === 'wan' ? t.common.unitWan : t.common.unitYuan
  const percent = percentOf(before, after)
  return (
    <div className={styles.figures}>
      <dl className={styles.money}>
        <div>
          <dt>{t.common.withUnit(`${words.monthly} · ${words.before}`, money)}</dt>
          <dd>
            <Amount value={before} />
            <small>
              <People sums={all.baseline} />
            </small>
          </dd>
        </div>
        <div>
          <dt>{t.common.withUnit(`${words.monthly} · ${words.after}`, money)}</dt>
          <dd>
            <Amount value={after} />
            <small>
              <People sums={all.variant} />
            </small>
          </dd>
        </div>
        <div className={styles.step}>
          <dt>{t.common.withUnit(words.difference, money)}</dt>
          <dd data-testid="difference">
            <AmountChange now={after} before={before} />
            {percent && <small className="num">{percent}</small>}
            <small>
              {words.yearly} <AmountChange now={year(after)} before={year(before)} />
            </small>
          </dd>
        </div>
      </dl>
      <dl className={styles.people}>
        {(['entering', 'leaving', 'raised', 'lowered'] as const).map((key) => (
          <div key={key}>
            <dt>{words[key]}</dt>
            <dd>
              <People sums={all[key]} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.read}>
        <Share answer={answer} />
      </div>
    </div>
  )
}

/** Width of a bar in percent; money is compared as whole fen. */
function share(amount: string, most: bigint): string {
  const fen = toFen(amount) ?? 0n
  return most > 0n ? `${Number((fen * 1000n) / most) / 10}%` : '0'
}

/** Both sides of every place as two bars, the figures beside them. */
export function Bars({ places }: { places: SimulationDivision[] }) {
  const words = useT().simulate
  const most = places
    .flatMap((one) => [one.side.baseline.monthly, one.side.variant.monthly])
    .map((amount) => toFen(amount) ?? 0n)
    .reduce((top, fen) => (fen > top ? fen : top), 0n)
  return (
    <figure className={styles.chart}>
      <figcaption>
        <span>{words.barsHint}</span>
        <span className={styles.legend}>
          <i /> {words.before}
        </span>
        <span className={styles.legend}>
          <i className={styles.trackAfter} /> {words.after}
        </span>
      </figcaption>
      {places.map((one) => (
        <div key={one.division.code} className={styles.bar}>
          <span title={one.division.full_name}>{one.division.name}</span>
          <div className={styles.tracks} aria-hidden>
            <i style={{ width: share(one.side.baseline.monthly, most) }} />
            <i
              className={styles.trackAfter}
              style={{ width: share(one.side.variant.monthly, most) }}
            />
          </div>
          <span className={styles.amounts}>
            <Amount value={one.side.variant.monthly} />
            <AmountChange now={one.side.variant.monthly} before={one.side.baseline.monthly} />
          </span>
        </div>
      ))}
    </figure>
  )
}
