import { Drawer } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'
import { type Cell, type Place, type Table, useCrossTable, useNames } from './api'
import styles from './oversight.module.css'

type NameRow = components['schemas']['NameRow']

function Names({ id, place, onClose }: { id: string; place: Place; onClose: () => void }) {
  const t = useT()
  const [turn, setTurn] = useState({ page: 1, limit: 20 })
  const query = useNames(id, place, turn.page, turn.limit)
  const words = t.oversight.alignments
  const columns = useMemo<TableColumn<NameRow>[]>(
    () => [
      {
        key: 'name',
        title: t.common.name,
        fixedIn: true,
        render: (_v, one) =>
          one.household_id ? (
            <Link to={`/households/${one.household_id}`}>{one.name}</Link>
          ) : (
            one.name
          ),
      },
      { key: 'id', title: t.common.idNumber, className: 'num', render: (_v, one) => one.id_number },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      { key: 'kind', title: words.list, render: (_v, one) => one.kind },
      {
        key: 'kinds',
        title: words.kindsHere,
        render: (_v, one) => t.common.list(one.kinds),
      },
    ],
    [t, words],
  )
  const total = query.data?.total
  const title = [place.row, place.column].filter((part) => part && part !== 'net').join(' · ')
  return (
    <Drawer open size={860} title={`${words.names} ${title}`} onClose={onClose}>
      {total && (
        <p className="num">
          {formatCount(total.households ?? 0)} {t.common.householdsShort}{' '}
          {formatCount(total.persons ?? 0)} {t.common.personsShort}
        </p>
      )}
      <DataTable
        name="oversight-names"
        columns={columns}
        data={query.data}
        rowKey={(one) => `${one.household}/${one.id_number}/${one.name}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={turn.page}
        limit={turn.limit}
        onTurn={(page, limit) => setTurn({ page, limit })}
      />
    </Drawer>
  )
}

function Figures({ table, show }: { table: Table; show: ((place: Place) => void) | null }) {
  const t = useT()
  const word = useWord()
  const words = t.oversight.alignments
  const pair = (cell: Cell) => (
    <>
      <span className={styles.pair}>
        {formatCount(cell.households)} {t.common.householdsShort}
      </span>
      <span className={styles.pair}>
        {formatCount(cell.persons)} {t.common.personsShort}
      </span>
    </>
  )
  const open = (cell: Cell, row: string, column: string) =>
    show && cell.persons > 0 ? (
      <button type="button" className={styles.figure} onClick={() => show({ row, column })}>
        {pair(cell)}
      </button>
    ) : (
      pair(cell)
    )
  const lines = [
    ...table.rows.map((row) => ({ row, total: false })),
    { row: table.total, total: true },
  ]
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.list}</th>
            <th scope="col">{words.all}</th>
            {table.columns.map((column) => (
              <th key={column.zh} scope="col">
                {word(column)}
                {column.members && <span className={styles.hint}>{words.members}</span>}
                {!column.in_total && <span className={styles.hint}>{words.outside}</span>}
              </th>
            ))}
            <th scope="col">{words.gross}</th>
            <th scope="col">{words.net}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, total }) => (
            <tr key={total ? '=' : row.kind} className={total ? styles.sum : undefined}>
              <th scope="row">{total ? t.common.total : row.kind}</th>
              <td>{open(row.all, row.kind, '')}</td>
              {table.columns.map((column, n) => {
                const cell = row.cells[n] ?? { households: 0, persons: 0 }
                return <td key={column.zh}>{open(cell, row.kind, column.zh)}</td>
              })}
              <td>{pair(row.gross)}</td>
              <td>{open(row.net, row.kind, 'net')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Their kinds beside ours, gross and net; a figure opens its names. */
export function CrossTable({ id }: { id: string }) {
  const t = useT()
  const may = useMay()
  const query = useCrossTable(id, true)
  const [place, setPlace] = useState<Place | null>(null)
  const words = t.oversight.alignments
  const names = may('oversight.alignment.names')
  return (
    <Panel title={words.table}>
      <p className="muted">{words.tableNote}</p>
      <QueryGate query={query}>
        {(table) => <Figures table={table} show={names ? setPlace : null} />}
      </QueryGate>
      {place && <Names id={id} place={place} onClose={() => setPlace(null)} />}
    </Panel>
  )
}
