import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Import, ImportRow } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { useSpeech } from '@/i18n'
import { useImportRows } from './api'
import styles from './imports.module.css'

/** Rows as they stand in the user's file, each wrong cell marked, each reason said. */
export function RowsPanel({ one }: { one: Import }) {
  const { t, language } = useSpeech()
  const words = t.imports
  const [status, setStatus] = useState<'wrong' | 'all'>(one.totals?.wrong ? 'wrong' : 'all')
  const [page, setPage] = useState(1)
  const [limit, setLimit] = useState(20)
  const query = useImportRows(one.id, status, page, limit, true)
  const names = useMemo(() => {
    const seen = new Set<string>()
    for (const row of query.data?.items ?? [])
      for (const name of Object.keys(row.cells)) seen.add(name)
    return [...seen]
  }, [query.data])

  const columns = useMemo<TableColumn<ImportRow>[]>(
    () => [
      {
        key: 'row',
        title: words.row,
        numeric: true,
        fixedIn: true,
        render: (_v, row) => row.row,
      },
      {
        key: 'faults',
        title: words.faults,
        fixedIn: true,
        render: (_v, row) => (
          <ul className={styles.faults}>
            {row.faults.map((fault) => (
              <li key={`${fault.column}${fault.zh}`}>
                <b>{fault.column}</b> {language === 'zh' ? fault.zh : fault.en}
              </li>
            ))}
          </ul>
        ),
      },
      {
        key: 'household',
        title: words.household,
        className: 'num',
        render: (_v, row) => row.household,
      },
      ...names.map((name) => ({
        key: `cell.${name}`,
        title: name,
        render: (_v: unknown, row: ImportRow) => {
          const text = row.cells[name] ?? ''
          const wrong = row.faults.some((fault) => fault.column === name)
          return (
            <span className={`${styles.cell} ${wrong ? styles.wrong : ''}`} title={text}>
              {text}
            </span>
          )
        },
      })),
    ],
    [names, words, language],
  )
  return (
    <DataTable
      numbered={false}
      name="import-rows"
      columns={columns}
      data={query.data}
      rowKey={(row) => `${row.file}#${row.row}`}
      loading={query.isFetching}
      problem={query.error ? toProblem(query.error) : null}
      retry={() => void query.refetch()}
      page={page}
      limit={limit}
      onTurn={(nextPage, nextLimit) => {
        setPage(nextPage)
        setLimit(nextLimit)
      }}
      empty={<p className="faint">{status === 'wrong' ? words.nothingWrong : t.common.empty}</p>}
      tools={
        <Segmented<'wrong' | 'all'>
          size="small"
          value={status}
          onChange={(next) => {
            setStatus(next)
            setPage(1)
          }}
          options={[
            { value: 'wrong', label: words.onlyWrong },
            { value: 'all', label: words.allRows },
          ]}
        />
      }
    />
  )
}
