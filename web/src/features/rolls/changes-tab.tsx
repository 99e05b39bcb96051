import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Roll, RollChange } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { Amount, AmountChange } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { useT, wordFor } from '@/i18n'
import { useChanges } from './api'
import styles from './roll.module.css'

/** Who is new, stopped, raised or lowered against last month, why, and by which decision. */
export function ChangesTab({ roll }: { roll: Roll }) {
  const t = useT()
  const words = t.disburse.roll
  const [kind, setKind] = useState('')
  const [page, setPage] = useState(1)
  const [limit, setLimit] = useState(20)
  const query = useChanges(roll.id, kind, page, limit)
  const columns = useMemo<TableColumn<RollChange>[]>(
    () => [
      {
        key: 'kind',
        title: words.changes,
        fixedIn: true,
        render: (_v, one) => wordFor(words.changeKinds, one.kind),
      },
      {
        key: 'person',
        title: words.person,
        fixedIn: true,
        render: (_v, one) =>
          one.household_id ? (
            <Link to={`/households/${one.household_id}`}>{one.person.name}</Link>
          ) : (
            one.person.name
          ),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'before',
        title: words.before,
        numeric: true,
        render: (_v, one) => <Amount value={one.before} exact />,
      },
      {
        key: 'after',
        title: words.after,
        numeric: true,
        render: (_v, one) => <Amount value={one.after} exact />,
      },
      {
        key: 'by',
        title: words.by,
        numeric: true,
        render: (_v, one) => (
          <AmountChange now={one.after ?? '0.00'} before={one.before ?? '0.00'} exact />
        ),
      },
      { key: 'reason', title: t.common.reason, render: (_v, one) => one.reason },
      {
        key: 'decision',
        title: words.decision,
        render: (_v, one) =>
          one.decision_id && <Link to={`/decisions/${one.decision_id}`}>{t.common.details}</Link>,
      },
    ],
    [t, words],
  )
  return (
    <div className={styles.tab}>
      <DataTable
        name="roll-changes"
        columns={columns}
        data={query.data}
        rowKey={(one) => `${one.kind}${one.person.id}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={page}
        limit={limit}
        onTurn={(nextPage, nextLimit) => {
          setPage(nextPage)
          setLimit(nextLimit)
        }}
        tools={
          <Segmented
            size="small"
            value={kind}
            onChange={(next) => {
              setKind(String(next))
              setPage(1)
            }}
            options={[
              { value: '', label: t.common.all },
              ...Object.entries(words.changeKinds).map(([value, label]) => ({ value, label })),
            ]}
          />
        }
      />
    </div>
  )
}
