import type { ListedFormula, Parameter } from '@/api/contract'
import { toFen } from '@/lib/money'

/** Something that may be changed: a parameter, one entry of its table, or a formula. */
export interface Choice {
  /** As the server reads it: `名称` or `名称.条目`, or the name of a formula. */
  name: string
  label: string
  value: string
  unit: string
  cite: string
  kind: Kind
}

export type Kind = 'money' | 'rate' | 'limit' | 'rule' | 'other' | FormulaKind

type FormulaKind = 'condition' | 'amount' | 'step'

/** In the order in which a raise asks for them; formulas are changed last. */
export const kinds: Kind[] = [
  'money',
  'rate',
  'limit',
  'rule',
  'other',
  'condition',
  'amount',
  'step',
]

/** Whether it is a formula: a text to write, not a value. */
export function isFormula(kind: Kind | undefined): kind is FormulaKind {
  return kind === 'condition' || kind === 'amount' || kind === 'step'
}

/** The entries of a table as the pack writes it: `{一类: 439, 二类: 417}`. */
export function entriesOf(value: string): [string, string][] {
  const body = /^\{(.*)\}$/.exec(value.trim())?.[1] ?? (value.includes('·') ? value : null)
  if (body === null) return []
  return body
    .split(/[,，·]/)
    .map((part) => /^\s*"?(.+?)"?\s*[:：\s]\s*(\S+)\s*$/.exec(part))
    .filter((match) => match !== null)
    .map((match) => [match[1] ?? '', match[2] ?? ''])
}

function kindOf(unit: string, value: string): Kind {
  if (unit.startsWith('元')) return 'money'
  if (unit === '%' || unit === '倍') return 'rate'
  if (value === 'true' || value === 'false') return 'rule'
  return unit === '' ? 'other' : 'limit'
}

export function choicesOf(
  parameters: Parameter[],
  chinese: boolean,
  entry: (name: string, entry: string) => string,
): Choice[] {
  return parameters.flatMap((one) => {
    const label = chinese ? one.name : one.en || one.name
    const base = { unit: one.unit, cite: one.cite }
    const entries = entriesOf(one.value)
    if (entries.length === 0)
      return [
        { ...base, name: one.name, label, value: one.value, kind: kindOf(one.unit, one.value) },
      ]
    return entries.map(([key, value]) => ({
      ...base,
      name: `${one.name}.${key}`,
      label: entry(label, key),
      value,
      kind: kindOf(one.unit, value),
    }))
  })
}

export function formulasOf(formulas: ListedFormula[], chinese: boolean): Choice[] {
  return formulas.map((one) => {
    const [programme, own] = chinese
      ? [one.programme.zh, one.zh]
      : [one.programme.en, one.en || one.zh]
    return {
      name: one.name,
      label: programme === own ? own : `${programme} · ${own}`,
      value: one.formula,
      unit: '',
      cite: one.cite,
      kind: one.part,
    }
  })
}

/** The number at the head of a value, in hundredths; whatever follows is its unit. */
function hundredths(text: string): bigint | null {
  const match = /^\s*([\d,]+(?:\.\d{1,2})?)/.exec(text)
  return match ? toFen((match[1] ?? '').replaceAll(',', '')) : null
}

/**
 * By how many percent the second is more than the first, to one place and with a sign; nothing
 * where either is no number, both are the same, or units are written out, which the server converts.
 */
export function percentOf(before: string, after: string): string | null {
  if (!/^\s*[\d,]+(\.\d{1,2})?\s*$/.test(after)) return null
  const [from, to] = [hundredths(before), hundredths(after)]
  if (from === null || to === null || from === 0n || from === to) return null
  const up = to > from
  const step = up ? to - from : from - to
  const tenths = (step * 2000n + from) / (from * 2n)
  return `${up ? '+' : '\u2212'}${tenths / 10n}.${tenths % 10n}%`
}
