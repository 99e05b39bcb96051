import { useMemo } from 'react'
import { Link } from 'react-router'
import type { DecisionItem } from '@/api/contract'
import { Amount } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { useFactLine } from '@/features/household/facts'
import { useT } from '@/i18n'

/** The awards and families that a decision touches, one by one. */
export function Items({ items }: { items: DecisionItem[] }) {
  const t = useT()
  const line = useFactLine()
  const words = t.decisions
  const columns = useMemo<TableColumn<DecisionItem>[]>(
    () => [
      {
        key: 'members',
        title: words.items,
        fixedIn: true,
        render: (_v, one) => (
          <Link to={`/households/${one.household_id}`}>
            {one.members
              ? t.common.list(one.members.map((member) => member.name))
              : t.common.details}
          </Link>
        ),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      {
        key: 'months',
        title: words.itemMonths,
        className: 'num',
        render: (_v, one) =>
          one.to_month ? t.common.period(one.from_month, one.to_month) : one.from_month,
      },
      {
        key: 'facts',
        title: words.facts,
        render: (_v, one) => one.facts && line(one.facts),
      },
      {
        key: 'amount',
        title: t.common.withUnit(t.common.amount, t.common.unitYuan),
        numeric: true,
        render: (_v, one) => <Amount value={one.amount} exact />,
      },
      { key: 'reason', title: t.common.reason, render: (_v, one) => one.reason || one.cause },
    ],
    [t, words, line],
  )
  return (
    <DataTable
      name="decision-items"
      columns={columns}
      data={items}
      rowKey={(one) => `${one.award_id ?? one.household_id}${one.from_month}`}
    />
  )
}
