import type { HouseholdPayment, Named } from '@/api/contract'
import { sum } from '@/lib/money'

export interface MatrixColumn {
  key: string
  programme: Named
  component: Named
}

export interface MatrixRow {
  month: string
  cells: Record<string, HouseholdPayment[]>
  total: string
}

export const columnKey = (one: HouseholdPayment) => `${one.programme.key}.${one.component.key}`

function group(items: readonly HouseholdPayment[]): Record<string, HouseholdPayment[]> {
  const cells: Record<string, HouseholdPayment[]> = {}
  for (const item of items) {
    const key = columnKey(item)
    cells[key] = [...(cells[key] ?? []), item]
  }
  return cells
}

/** Payments laid out as months down and components across; an empty cell stays empty. */
export function paymentMatrix(payments: readonly HouseholdPayment[]): {
  columns: MatrixColumn[]
  rows: MatrixRow[]
} {
  const columns = new Map<string, MatrixColumn>()
  const months = new Map<string, HouseholdPayment[]>()
  for (const one of payments) {
    const key = columnKey(one)
    if (!columns.has(key))
      columns.set(key, { key, programme: one.programme, component: one.component })
    months.set(one.month, [...(months.get(one.month) ?? []), one])
  }
  const rows = [...months.entries()]
    .sort(([left], [right]) => right.localeCompare(left))
    .map(([month, items]) => ({
      month,
      cells: group(items),
      total: sum(items.map((item) => item.amount)),
    }))
  return {
    columns: [...columns.values()].sort((left, right) => left.key.localeCompare(right.key)),
    rows,
  }
}
