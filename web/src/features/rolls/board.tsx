import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { MonthProgramme, MonthRow } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Amount, Count } from '@/components/amount'
import { useProgrammes } from '@/components/fields'
import { Page } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { sum } from '@/lib/money'
import { useMonths } from './api'
import styles from './board.module.css'
import { PrepareButton } from './prepare-button'

function Cell({ one }: { one: MonthProgramme }) {
  const t = useT()
  const body = (
    <>
      <Status tone={toneOf(one.status)}>{wordFor(t.disburse.statuses, one.status)}</Status>
      <span className={styles.pair}>
        <span>
          <Count value={one.households} /> {t.common.householdsShort}
        </span>
        <span>
          <Count value={one.persons} /> {t.common.personsShort}
        </span>
      </span>
      <b>
        <Amount value={one.amount} />
      </b>
    </>
  )
  return one.roll_id ? (
    <Link to={`/rolls/${one.roll_id}`} className={styles.cell}>
      {body}
    </Link>
  ) : (
    <div className={styles.cell}>{body}</div>
  )
}

function Board({ months }: { months: MonthRow[] }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const programmes = useProgrammes()
  const columns = useMemo(() => {
    const all = new Map<string, { key: string; zh: string; en: string }>()
    for (const one of programmes.data?.items ?? []) all.set(one.key, one)
    const seen = new Set(months.flatMap((row) => row.programmes.map((one) => one.key)))
    for (const row of months)
      for (const one of row.programmes) if (!all.has(one.key)) all.set(one.key, one)
    return [...all.values()].filter((one) => seen.has(one.key))
  }, [months, programmes.data])
  return (
    <section className={`panel ${styles.scroll}`}>
      <table className={styles.board}>
        <thead>
          <tr>
            <th scope="col">{t.common.month}</th>
            {columns.map((one) => (
              <th key={one.key} scope="col">
                <span>{word(one)}</span>
              </th>
            ))}
            <th scope="col">{t.disburse.board.totalOfMonth}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <tr key={row.month}>
              <th scope="row" className="num">
                {row.month}
              </th>
              {columns.map((column) => {
                const one = row.programmes.find((item) => item.key === column.key)
                const absent = !one || one.roll_id === null
                return (
                  <td key={column.key}>
                    {!absent && <Cell one={one} />}
                    {absent &&
                      (may('disburse.roll.create') ? (
                        <PrepareButton programme={column} month={row.month} />
                      ) : (
                        <span className="faint">{t.disburse.board.none}</span>
                      ))}
                  </td>
                )
              })}
              <td className="num">
                <b>
                  <Amount
                    value={
                      row.programmes.length > 0
                        ? sum(row.programmes.map((one) => one.amount))
                        : null
                    }
                  />
                </b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export default function RollBoardPage() {
  const t = useT()
  const query = useMonths()
  const years = [...new Set(query.data?.items.map((row) => row.month.slice(0, 4)) ?? [])]
    .sort()
    .reverse()
  const [chosen, setChosen] = useState<string | null>(null)
  const year = chosen ?? years[0]
  return (
    <Page
      title={t.disburse.board.title}
      note={t.disburse.board.hint}
      crumbs={[{ title: t.shell.menu.money }, { title: t.disburse.board.title }]}
      actions={
        years.length > 1 && (
          <Select
            aria-label={t.disburse.board.year}
            value={year}
            onChange={setChosen}
            options={years.map((one) => ({ value: one, label: one }))}
          />
        )
      }
    >
      <QueryGate query={query}>
        {({ items }) => (
          <Board
            months={items
              .filter((row) => row.month.startsWith(year ?? ''))
              .sort((left, right) => right.month.localeCompare(left.month))}
          />
        )}
      </QueryGate>
    </Page>
  )
}
