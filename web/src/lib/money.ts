/** Exact money: decimal strings in 元 outside, integer fen (BigInt) inside, never a float. */

export type MoneyUnit = 'yuan' | 'wan'

const pattern = /^([+-]?)(\d+)(?:\.(\d{1,2})0*)?$/

export function toFen(text: string): bigint | null {
  const match = pattern.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '0', cents = ''] = match
  const fen = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0') || '0')
  return sign === '-' ? -fen : fen
}

export function fromFen(fen: bigint): string {
  const sign = fen < 0n ? '-' : ''
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function subtract(left: string, right: string): string | null {
  const a = toFen(left)
  const b = toFen(right)
  return a === null || b === null ? null : fromFen(a - b)
}

export function sum(amounts: readonly string[]): string {
  return fromFen(amounts.reduce((total, one) => total + (toFen(one) ?? 0n), 0n))
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

const minus = '\u2212'

/** 万元 to four places, half up on the magnitude, as the documents print it. */
function wan(fen: bigint): string {
  const tenThousandths = (fen + 50n) / 100n
  const digits = tenThousandths.toString().padStart(5, '0')
  return `${group(digits.slice(0, -4))}.${digits.slice(-4)}`
}

export interface MoneyFormat {
  unit?: MoneyUnit
  signed?: boolean
}

/** Blank stays blank: an amount that nobody has stated is not 0.00. */
export function formatMoney(text: string | null | undefined, format: MoneyFormat = {}): string {
  if (text === null || text === undefined || text === '') return ''
  const fen = toFen(text)
  if (fen === null) return text
  const size = fen < 0n ? -fen : fen
  const plain = fromFen(size)
  const body = format.unit === 'wan' ? wan(size) : `${group(plain.slice(0, -3))}${plain.slice(-3)}`
  if (fen < 0n) return `${minus}${body}`
  return format.signed && fen > 0n ? `+${body}` : body
}

export function formatCount(value: number | null | undefined, signed = false): string {
  if (value === null || value === undefined) return ''
  const body = group(Math.abs(value).toString())
  if (value < 0) return `${minus}${body}`
  return signed && value > 0 ? `+${body}` : body
}
