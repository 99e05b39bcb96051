import { describe, expect, it } from 'vitest'
import type { HouseholdPayment } from '@/api/contract'
import { paymentMatrix } from './payments-matrix'

const line = (month: string, component: string, amount: string, kind = 'current') =>
  ({
    month,
    amount,
    kind,
    programme: { key: 'dibao', zh: '低保', en: 'dibao' },
    component: { key: component, zh: component, en: component },
    person: { id: 'p', name: '王秀英' },
    status: 'paid',
    paid_at: null,
    batch_id: null,
  }) as HouseholdPayment

describe('payments by month and component', () => {
  const { columns, rows } = paymentMatrix([
    line('2022-01', 'base', '439.00'),
    line('2022-02', 'base', '439.00'),
    line('2022-02', 'top_up', '131.70'),
    line('2022-02', 'base', '12.00', 'arrears'),
  ])

  it('has a column for each component and the newest month first', () => {
    expect(columns.map((one) => one.key)).toEqual(['dibao.base', 'dibao.top_up'])
    expect(rows.map((row) => row.month)).toEqual(['2022-02', '2022-01'])
  })

  it('keeps arrears beside the current amount and adds both', () => {
    expect(rows[0]?.cells['dibao.base']?.map((one) => one.amount)).toEqual(['439.00', '12.00'])
    expect(rows[0]?.total).toBe('582.70')
  })

  it('leaves a cell without payment empty', () => {
    expect(rows[1]?.cells['dibao.top_up']).toBeUndefined()
  })
})
