import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import type { SimulationFamily, SimulationRequest } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Amount, AmountChange, Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Panel } from '@/components/page'
import { useT, useWord, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'

const colours: Record<string, string> = {
  enter: 'green',
  leave: 'red',
  raise: 'blue',
  lower: 'orange',
  possible: 'gold',
}

function useColumns(): TableColumn<SimulationFamily>[] {
  const t = useT()
  const word = useWord()
  const words = t.simulate
  return useMemo(
    () => [
      {
        key: 'kind',
        title: words.kind,
        render: (_v, one) => <Tag color={colours[one.kind]}>{wordFor(words.kinds, one.kind)}</Tag>,
      },
      {
        key: 'head',
        title: words.head,
        fixedIn: true,
        render: (_v, one) => (
          <>
            <Link to={`/households/${one.household_id}`}>{one.head_name}</Link>
            <div className="faint num">{one.household_number}</div>
          </>
        ),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      { key: 'programme', title: words.programme, render: (_v, one) => word(one.programme) },
      {
        key: 'persons',
        title: words.persons,
        numeric: true,
        render: (_v, one) => `${one.persons_before} → ${one.persons_after}`,
      },
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
        key: 'difference',
        title: words.difference,
        numeric: true,
        render: (_v, one) => <AmountChange now={one.after ?? null} before={one.before} exact />,
      },
    ],
    [t, words, word],
  )
}

/**
 * The families that a simulation touches, with their names; reading them is recorded. They are
 * asked for once the figures are there.
 */
export function Families({ simulation, ready }: { simulation: SimulationRequest; ready: boolean }) {
  const t = useT()
  const may = useMay()
  const jobs = useJobs()
  const words = t.simulate
  const [kind, setKind] = useState('')
  const [page, setPage] = useState({ page: 1, limit: 20 })
  const body = { simulation, ...(kind ? { kind } : {}) }
  const query = useQuery({
    queryKey: ['simulation-families', body, page],
    queryFn: ({ signal }) =>
      call('decide.simulation.families', { body, query: { ...page, total: true }, signal }),
    placeholderData: keepPreviousData,
    enabled: ready,
  })
  const download = useCommand(
    (asked: typeof body, key) => call('decide.simulation.export', { body: asked, key }),
    { success: words.exported, touches: [['jobs']], onDone: () => jobs.show() },
  )
  const columns = useColumns()
  const total = query.data?.total
  return (
    <Panel title={words.families}>
      <DataTable
        name="simulation-families"
        columns={columns}
        data={query.data}
        rowKey={(one) => `${one.household_id}.${one.programme.key}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={page.page}
        limit={page.limit}
        onTurn={(next, limit) => setPage({ page: next, limit })}
        totals={
          total
            ? {
                head: (
                  <>
                    <Count value={total.households ?? total.rows} /> {t.common.householdsShort}
                  </>
                ),
                persons: (
                  <>
                    <Count value={total.persons} /> {t.common.personsShort}
                  </>
                ),
              }
            : undefined
        }
        tools={
          <>
            <Select
              size="small"
              aria-label={words.kind}
              value={kind}
              style={{ width: 130 }}
              options={[
                { value: '', label: t.common.all },
                ...Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
              ]}
              onChange={(next: string) => {
                setKind(next)
                setPage({ ...page, page: 1 })
              }}
            />
            {may('decide.simulation.export') && (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                disabled={!total?.rows}
                loading={download.pending}
                onClick={() => download.run(body)}
              >
                {t.common.export}
              </Button>
            )}
          </>
        }
      />
    </Panel>
  )
}
