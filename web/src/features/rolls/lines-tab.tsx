import { Flex, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Roll, RollLine } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Amount } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ExplanationDrawer } from '@/features/explain/drawer'
import { useT, useWord, wordFor } from '@/i18n'
import { type LineFilters, useLines } from './api'
import styles from './roll.module.css'

export function LinesTab({ roll }: { roll: Roll }) {
  const t = useT()
  const word = useWord()
  const mayExplain = useMay()('disburse.line.explain')
  const words = t.disburse.roll
  const [filters, setFilters] = useState<LineFilters>({ q: '', division: '', component: '' })
  const [page, setPage] = useState(1)
  const [limit, setLimit] = useState(20)
  const [open, setOpen] = useState<RollLine | null>(null)
  const query = useLines(roll.id, filters, page, limit)
  const filter = (change: Partial<LineFilters>) => {
    setFilters((before) => ({ ...before, ...change }))
    setPage(1)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<RollLine>[]>(
    () => [
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
      {
        key: 'id',
        title: t.common.idNumber,
        className: 'num',
        render: (_v, one) => one.person.id_number,
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      { key: 'component', title: words.component, render: (_v, one) => word(one.component) },
      { key: 'class', title: words.class, render: (_v, one) => one.class },
      {
        key: 'kind',
        title: words.kind,
        render: (_v, one) =>
          one.kind === 'current'
            ? wordFor(t.households.payments.kinds, one.kind)
            : `${wordFor(t.households.payments.kinds, one.kind)} ${one.for_month}`,
      },
      {
        key: 'amount',
        title: t.common.withUnit(t.common.amount, t.common.unitYuan),
        numeric: true,
        render: (_v, one) =>
          mayExplain ? (
            <button type="button" className="link-button" onClick={() => setOpen(one)}>
              <Amount value={one.amount} exact />
            </button>
          ) : (
            <Amount value={one.amount} exact />
          ),
      },
    ],
    [t, words, mayExplain],
  )
  return (
    <div className={styles.tab}>
      <DataTable
        name="roll-lines"
        columns={columns}
        data={query.data}
        rowKey={(one) =>
          `${one.person.id}${one.component.key}${one.kind}${one.for_month}${one.seq}`
        }
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={page}
        limit={limit}
        onTurn={(nextPage, nextLimit) => {
          setPage(nextPage)
          setLimit(nextLimit)
        }}
        totals={{ amount: <Amount value={query.data?.total?.amount} exact /> }}
        tools={
          <search>
            <Flex gap={8} wrap>
              <Input.Search
                size="small"
                allowClear
                style={{ width: 220 }}
                placeholder={words.searchLine}
                aria-label={words.searchLine}
                onSearch={(q) => filter({ q: q.trim() })}
              />
              <div style={{ width: 200 }}>
                <DivisionField
                  placeholder={t.common.division}
                  value={filters.division}
                  onChange={(division) => filter({ division })}
                />
              </div>
            </Flex>
          </search>
        }
      />
      {open && (
        <ExplanationDrawer
          line={{
            programme: roll.programme.key,
            month: roll.month,
            person: open.person.id,
            component: open.component.key,
            kind: open.kind,
            for_month: open.for_month,
            seq: open.seq,
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
