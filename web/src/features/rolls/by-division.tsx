import { useMemo } from 'react'
import type { Roll } from '@/api/contract'
import { Amount, Count, useAmountTitle } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { useT } from '@/i18n'
import styles from './roll.module.css'

type Row = Roll['by_division'][number]

/** Townships in the order of the official code, the total last. */
export function ByDivision({ roll }: { roll: Roll }) {
  const t = useT()
  const amountTitle = useAmountTitle()
  const money = amountTitle()
  const columns = useMemo<TableColumn<Row>[]>(
    () => [
      {
        key: 'division',
        title: t.common.division,
        fixedIn: true,
        render: (_v, row) => row.division.name,
      },
      {
        key: 'households',
        title: t.common.households,
        numeric: true,
        render: (_v, row) => <Count value={row.households} />,
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
  const rows = useMemo(
    () =>
      [...roll.by_division].sort((left, right) =>
        left.division.code.localeCompare(right.division.code),
      ),
    [roll.by_division],
  )
  return (
    <div className={styles.tab}>
      <DataTable
        name="roll-division"
        columns={columns}
        data={rows}
        rowKey={(row) => row.division.code}
        totals={{
          households: <Count value={roll.households} />,
          persons: <Count value={roll.persons} />,
          amount: <Amount value={roll.amount} />,
        }}
      />
    </div>
  )
}
