import type { FactValue } from '@/api/contract'
import { type Language, messagesOf } from '@/i18n'
import { formatMoney } from '@/lib/money'

/** A computed value in words: booleans, lists and unknowns spelt out, money grouped, decimals kept. */
export function valueText(
  value: FactValue,
  unit: string | null | undefined,
  language: Language,
): string {
  const t = messagesOf(language)
  if (value === null) return t.households.file.unknown
  if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
  if (Array.isArray(value)) return value.length === 0 ? t.common.none : t.common.list(value)
  if (typeof value === 'string' && unit?.startsWith('元') && /^-?\d+(\.\d{1,2})?$/.test(value))
    return formatMoney(value)
  return String(value)
}
