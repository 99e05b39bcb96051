import { useT } from '@/i18n'
import { formatCount, formatMoney, subtract } from '@/lib/money'
import { useUnit } from '@/lib/preferences'

interface AmountProps {
  value: string | null | undefined
  /** A single person's or family's amount: always in 元, whatever the switch says. */
  exact?: boolean
  signed?: boolean
}

export function Amount({ value, exact, signed }: AmountProps) {
  const { unit } = useUnit()
  const shown = exact ? 'yuan' : unit
  return (
    <span className="num" title={shown === 'wan' && value ? formatMoney(value) : undefined}>
      {formatMoney(value, { unit: shown, signed })}
    </span>
  )
}

export function Count({ value }: { value: number | null | undefined }) {
  return <span className="num">{formatCount(value)}</span>
}

function tone(sign: number): string {
  if (sign === 0) return 'num faint'
  return sign > 0 ? 'num up' : 'num down'
}

/** A signed difference of counts; nothing to compare with stays blank. */
export function CountChange({ now, before }: { now: number; before: number | null | undefined }) {
  if (before === null || before === undefined) return null
  const change = now - before
  return <span className={tone(change)}>{change === 0 ? '0' : formatCount(change, true)}</span>
}

export function AmountChange({
  now,
  before,
  exact,
}: {
  now: string | null
  before: string | null | undefined
  exact?: boolean
}) {
  const { unit } = useUnit()
  if (now === null || before === null || before === undefined) return null
  const change = subtract(now, before)
  if (change === null) return null
  const sign = /^-?0+\.0+$/.test(change) ? 0 : change.startsWith('-') ? -1 : 1
  return (
    <span className={tone(sign)}>
      {formatMoney(change, { unit: exact ? 'yuan' : unit, signed: true })}
    </span>
  )
}

/** 金额（元） or 金额（万元）, as the switch says. */
export function useAmountTitle(): (title?: string) => string {
  const t = useT()
  const { unit } = useUnit()
  const name = unit === 'wan' ? t.common.unitWan : t.common.unitYuan
  return (title) => t.common.withUnit(title ?? t.common.amount, name)
}
