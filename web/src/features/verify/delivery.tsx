import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { toProblem } from '@/api/problem'
import { download } from '@/api/request'
import { Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type Delivery, type Reject, useDelivery, useRejects } from './api'
import { LoosePanel } from './loose'
import { MappingPanel } from './mapping'
import { JobProgress } from './progress'
import { deliveryTones } from './tones'
import styles from './verify.module.css'

function Facts({ one }: { one: Delivery }) {
  const t = useT()
  const words = t.verify
  const facts: [string, React.ReactNode][] = [
    [words.asOf, one.as_of],
    [t.common.division, one.division.name],
    [words.file, one.file_name],
    [t.common.operator, one.created_by.name],
    [words.at, formatTime(one.created_at)],
  ]
  if (one.rows) {
    facts.push(
      [words.read, <Count key="read" value={one.rows.read} />],
      [words.kept, <Count key="kept" value={one.rows.kept} />],
      [words.rejected, <Count key="rejected" value={one.rows.rejected} />],
      [words.leftOut, <Count key="left" value={one.rows.left_out} />],
      [words.encoding, one.rows.encoding],
    )
  }
  return (
    <Panel>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Rejects({ one }: { one: Delivery }) {
  const t = useT()
  const word = useWord()
  const words = t.verify
  const [turn, setTurn] = useState({ page: 1, limit: 20 })
  const query = useRejects(one.id, turn.page, turn.limit)
  const file = useCommand((id: string) =>
    download(`/deliveries/${id}/rejects.csv`, `${words.rejects}.csv`),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Reject>[]>(
    () => [
      { key: 'row', title: words.row, numeric: true, fixedIn: true, render: (_v, r) => r.row },
      { key: 'column', title: words.column, render: (_v, r) => r.column },
      { key: 'reason', title: words.reason, render: (_v, r) => word(r) },
      {
        key: 'kept',
        title: words.rowKept,
        render: (_v, r) => (r.kept ? words.keptRow : words.rejectedRow),
      },
    ],
    [t],
  )
  return (
    <DataTable
      name="delivery-rejects"
      numbered={false}
      columns={columns}
      data={query.data}
      rowKey={(r) => `${r.row}-${r.column ?? ''}-${r.code}`}
      loading={query.isFetching}
      problem={query.error ? toProblem(query.error) : null}
      retry={() => void query.refetch()}
      page={turn.page}
      limit={turn.limit}
      onTurn={(page, limit) => setTurn({ page, limit })}
      empty={words.noRejects}
      tools={
        <Button
          size="small"
          icon={<DownloadOutlined />}
          loading={file.pending}
          onClick={() => file.run(one.id)}
        >
          {words.rejectsFile}
        </Button>
      }
    />
  )
}

/** One delivery: its columns, how far it is, and the rows that could not be used. */
export default function DeliveryPage() {
  const t = useT()
  const word = useWord()
  const { id = '' } = useParams()
  const query = useDelivery(id)
  const words = t.verify
  return (
    <Page
      title={
        query.data ? (
          <>
            {word(query.data.source)}{' '}
            <span style={{ fontSize: 14 }}>
              <Status tone={deliveryTones[query.data.status] ?? 'plain'}>
                {wordFor(words.statuses, query.data.status)}
              </Status>
            </span>
          </>
        ) : (
          words.deliveries
        )
      }
      crumbs={[{ title: words.deliveries, to: '/deliveries' }, { title: t.common.details }]}
    >
      <QueryGate query={query}>
        {(one) => (
          <>
            {one.problem_zh && (
              <Alert
                role="note"
                type="error"
                showIcon
                title={word({ zh: one.problem_zh, en: one.problem_en ?? '' })}
                style={{ marginBottom: 12 }}
              />
            )}
            <Facts one={one} />
            {one.status === 'reading' && <JobProgress title={words.reading} job={one.job} />}
            {(one.status === 'uploaded' || one.status === 'failed') && (
              <MappingPanel key={one.version} one={one} />
            )}
            {one.status === 'ready' && <LoosePanel one={one} />}
            {one.status === 'ready' && <Rejects one={one} />}
          </>
        )}
      </QueryGate>
    </Page>
  )
}
