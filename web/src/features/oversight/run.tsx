import { Alert, Button, Modal, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { FileDrop } from '@/components/file-drop'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { formatMoney } from '@/lib/money'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import {
  type Overview,
  type ReadBack,
  readBack,
  type TotalsRow,
  useReadBacks,
  useRun,
  useTotals,
  wrongRows,
} from './api'
import styles from './oversight.module.css'
import { runTone } from './tones'

function Card({
  title,
  value,
  more,
  bad,
}: {
  title: string
  value: React.ReactNode
  more?: string
  bad?: boolean
}) {
  return (
    <div className={bad ? `${styles.card} ${styles.bad}` : styles.card}>
      <span className="muted">{title}</span>
      <b>{value}</b>
      {more && <span className="faint">{more}</span>}
    </div>
  )
}

/** From source records to closed clues, each figure counted from its rows. */
function Funnel({ data }: { data: Overview }) {
  const t = useT()
  const words = t.oversight.runs
  const heads = (one: { households: number; persons: number }) => (
    <>
      {one.households} <small>{t.common.householdsShort}</small> {one.persons}{' '}
      <small>{t.common.personsShort}</small>
    </>
  )
  const { clues, rectifications: put, visits } = data
  const discovery = data.run.purpose.key === 'discovery'
  return (
    <Panel title={words.funnel}>
      <div className={styles.cards}>
        <Card title={words.records} value={<Count value={data.records} />} />
        <Card title={words.checked} value={heads(data.checked)} />
        <Card title={words.found} value={heads(data.found)} />
        {discovery ? (
          <>
            <Card title={words.visits} value={<Count value={visits.visits} />} />
            <Card title={words.visited} value={<Count value={visits.done} />} />
            <Card title={words.open} value={<Count value={visits.open} />} />
            <Card
              title={words.overdue}
              value={<Count value={visits.overdue} />}
              bad={visits.overdue > 0}
            />
          </>
        ) : (
          <>
            <Card title={words.clues} value={<Count value={clues.clues} />} />
            <Card title={words.yes} value={<Count value={clues.yes} />} />
            <Card title={words.no} value={<Count value={clues.no} />} />
            <Card title={words.open} value={<Count value={clues.open} />} />
            <Card
              title={words.overdue}
              value={<Count value={clues.overdue} />}
              bad={clues.overdue > 0}
            />
            <Card title={words.toRectify} value={<Count value={put.clues} />} />
            <Card title={words.rectified} value={<Count value={put.accepted} />} />
            <Card
              title={words.recovered}
              value={formatMoney(put.recovered)}
              more={`${words.toRecover} ${formatMoney(put.to_recover)}`}
            />
            <Card title={words.accountable} value={<Count value={put.accountable} />} />
          </>
        )}
      </div>
    </Panel>
  )
}

function Board({ id }: { id: string }) {
  const t = useT()
  const word = useWord()
  const [by, setBy] = useState('township')
  const query = useTotals(id, by)
  const words = t.oversight.runs
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<TotalsRow>[]>(() => {
    const number = (key: keyof TotalsRow & string, title: string): TableColumn<TotalsRow> => ({
      key,
      title,
      numeric: true,
      render: (_v, row) => <Count value={row[key] as number} />,
    })
    return [
      {
        key: 'group',
        title: wordFor(words.by, by),
        fixedIn: true,
        render: (_v, row) => word(row.group) || row.group.key,
      },
      number('clues', words.clues),
      number('yes', words.yes),
      number('no', words.no),
      number('open', words.open),
      number('unassigned', words.unassigned),
      number('assigned', words.assigned),
      number('answered', words.answered),
      number('overdue', words.overdue),
    ]
  }, [t, by])
  const total = query.data?.total
  return (
    <Panel title={words.board} extra={<span className="faint">{words.sums}</span>} flush>
      <div style={{ padding: '10px 14px', overflowX: 'auto' }}>
        <Segmented
          value={by}
          onChange={(value) => setBy(String(value))}
          options={Object.entries(words.by).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <DataTable
        name="oversight-totals"
        columns={columns}
        data={query.data?.rows}
        rowKey={(row) => row.group.key}
        loading={query.isFetching && !query.data}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        totals={
          total
            ? Object.fromEntries(
                Object.entries(total).map(([key, value]) => [
                  key,
                  <Count key={key} value={value} />,
                ]),
              )
            : undefined
        }
      />
    </Panel>
  )
}

function ReadBacks({ id }: { id: string }) {
  const t = useT()
  const may = useMay()
  const query = useReadBacks(id)
  const [open, setOpen] = useState(false)
  const [file, setFile] = useState<File | undefined>()
  const words = t.oversight.runs
  const upload = useCommand(readBack, {
    touches: [['oversight']],
    quiet: true,
    onDone: () => {
      setOpen(false)
      setFile(undefined)
    },
  })
  const wrong = useCommand(wrongRows)
  const columns = useMemo<TableColumn<ReadBack>[]>(
    () => [
      { key: 'name', title: words.name, fixedIn: true, render: (_v, one) => one.name },
      { key: 'by', title: words.createdBy, render: (_v, one) => one.created_by.name },
      {
        key: 'at',
        title: words.createdAt,
        numeric: true,
        render: (_v, one) => formatTime(one.created_at),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={one.status === 'done' ? 'good' : one.status === 'refused' ? 'bad' : 'busy'}>
            {wordFor(words.readBackStates, one.status)}
          </Status>
        ),
      },
      {
        key: 'taken',
        title: words.taken,
        numeric: true,
        render: (_v, one) => <Count value={one.taken} />,
      },
      {
        key: 'wrong',
        title: words.wrong,
        numeric: true,
        render: (_v, one) => <Count value={one.wrong} />,
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, one) =>
          one.wrong > 0 && (
            <Button size="small" onClick={() => wrong.run(one)}>
              {words.wrongFile}
            </Button>
          ),
      },
    ],
    [t, words, wrong.run],
  )
  return (
    <Panel
      title={words.readBacks}
      extra={
        may('oversight.read_back.create') && (
          <Button onClick={() => setOpen(true)}>{words.readBack}</Button>
        )
      }
      flush
    >
      <DataTable
        name="oversight-read-backs"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching && !query.data}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
      />
      {open && (
        <Modal
          open
          title={words.readBack}
          okText={t.common.upload}
          cancelText={t.common.cancel}
          okButtonProps={{ loading: upload.pending, disabled: !file }}
          onCancel={() => setOpen(false)}
          onOk={() => file && upload.run({ run: id, file })}
        >
          <p className="muted">{words.readBackHint}</p>
          <FileDrop accept=".xlsx,.xls,.csv" hint={words.drop} file={file} onFile={setFile} />
          {upload.problem && <ProblemAlert problem={upload.problem} />}
        </Modal>
      )}
    </Panel>
  )
}

/** One run: what was compared, what came of it, the board, and the files that came back. */
export default function RunPage() {
  const t = useT()
  const word = useWord()
  const { id = '' } = useParams()
  const query = useRun(id)
  const words = t.oversight.runs
  const run = query.data?.run
  const discovery = run?.purpose.key === 'discovery'
  const target = discovery ? `/visits?run=${id}&status=` : `/clues?run=${id}`
  return (
    <Page
      title={
        run ? (
          <>
            {run.title}{' '}
            <span style={{ fontSize: 14 }}>
              <Status tone={runTone(run.status.key)}>{word(run.status)}</Status>
            </span>
          </>
        ) : (
          words.title
        )
      }
      note={
        run && `${run.number} · ${word(run.purpose)} · ${run.division.full_name} · ${run.month}`
      }
      crumbs={[
        { title: t.shell.menu.oversight },
        { title: words.title, to: '/supervision-runs' },
        { title: run?.number ?? '' },
      ]}
      actions={
        <Link to={target}>
          <Button type="primary">{discovery ? words.toVisits : words.toClues}</Button>
        </Link>
      }
    >
      <QueryGate query={query}>
        {(data) => (
          <>
            {data.run.status.key !== 'done' && data.run.status.key !== 'failed' && (
              <Alert role="note" type="info" showIcon title={words.working} />
            )}
            {data.run.note && (
              <Alert
                role="note"
                type={data.run.status.key === 'failed' ? 'error' : 'warning'}
                showIcon
                title={data.run.note}
              />
            )}
            <Funnel data={data} />
            <Panel title={words.sources} flush>
              <DataTable
                name="oversight-sources"
                columns={[
                  {
                    key: 'source',
                    title: t.oversight.clue.source,
                    fixedIn: true,
                    render: (_v, one) => word(one.source),
                  },
                  {
                    key: 'department',
                    title: words.department,
                    render: (_v, one) => one.department,
                  },
                  {
                    key: 'as_of',
                    title: words.asOf,
                    className: 'num',
                    render: (_v, one) => one.as_of,
                  },
                  {
                    key: 'records',
                    title: words.records,
                    numeric: true,
                    render: (_v, one) => <Count value={one.records} />,
                  },
                  {
                    key: 'rejected',
                    title: words.rejected,
                    numeric: true,
                    render: (_v, one) => <Count value={one.rejected} />,
                  },
                ]}
                data={data.sources}
                rowKey={(one) => one.source.key}
                totals={{
                  records: <Count value={data.records} />,
                  rejected: <Count value={data.sources.reduce((n, one) => n + one.rejected, 0)} />,
                }}
              />
            </Panel>
            {data.run.purpose.key !== 'discovery' && (
              <>
                <Board id={id} />
                <ReadBacks id={id} />
              </>
            )}
          </>
        )}
      </QueryGate>
    </Page>
  )
}
