import { useMemo } from 'react'
import type { Roll } from '@/api/contract'
import { Amount, Count, useAmountTitle } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { useT, useWord } from '@/i18n'
import { sum } from '@/lib/money'
import styles from './roll.module.css'

type Row = Roll['by_component'][number]

export function ByComponent({ roll }: { roll: Roll }) {
  const t = useT()
  const word = useWord()
  const amountTitle = useAmountTitle()
  const money = amountTitle()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Row>[]>(
    () => [
      {
        key: 'component',
        title: t.disburse.roll.component,
        fixedIn: true,
        render: (_v, row) => word(row.component),
      },
      {
        key: 'persons',
        title: t.common.persons,
        numeric: true,
        render: (_v, row) => <Count value={row.persons} />,
      },
      {
        key: 'amount',
        title: money,
        numeric: true,
        render: (_v, row) => <Amount value={row.amount} />,
      },
    ],
    [t, money],
  )
  return (
    <div className={styles.tab}>
      <DataTable
        name="roll-component"
        columns={columns}
        data={roll.by_component}
        rowKey={(row) => row.component.key}
        totals={{ amount: <Amount value={sum(roll.by_component.map((row) => row.amount))} /> }}
      />
    </div>
  )
}
