import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatCount } from '@/lib/money'
import { formatTime } from '@/lib/time'
import { NewAlignmentDialog } from './alignment-dialogs'
import { type Alignment, useAlignments } from './api'
import { alignmentTone } from './tones'

const none = {}

/** Lists laid beside each other, the newest first. */
export default function AlignmentsPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState(none)
  const query = useAlignments(list.page, list.limit)
  const [making, setMaking] = useState(false)
  const words = t.oversight.alignments
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Alignment>[]>(() => {
    const from = (name: string, kind: string) =>
      `${name} · ${wordFor({ records: words.records, file: words.file }, kind)}`
    return [
      {
        key: 'number',
        title: words.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/alignments/${one.id}`}>{one.number}</Link>,
      },
      { key: 'title', title: words.name, fixedIn: true, render: (_v, one) => one.title },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      { key: 'on', title: words.on, className: 'num', render: (_v, one) => one.on },
      {
        key: 'edition',
        title: words.edition,
        render: (_v, one) => words.editionN(formatCount(one.edition)),
      },
      { key: 'here', title: words.here, render: (_v, one) => from(one.here_name, one.here_from) },
      {
        key: 'there',
        title: words.there,
        render: (_v, one) => from(one.there_name, one.there_from),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={alignmentTone(one.status.key)}>{word(one.status)}</Status>
        ),
      },
      {
        key: 'by',
        title: t.oversight.runs.createdBy,
        render: (_v, one) => one.created_by.name,
      },
      {
        key: 'at',
        title: t.oversight.runs.createdAt,
        numeric: true,
        render: (_v, one) => formatTime(one.created_at),
      },
    ]
  }, [t])
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.oversight }, { title: words.title }]}
      actions={
        may('oversight.alignment.create') && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {words.create}
          </Button>
        )
      }
    >
      <DataTable
        name="oversight-alignments"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching && !query.data}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/alignments/${one.id}`)}
      />
      {making && <NewAlignmentDialog onClose={() => setMaking(false)} />}
    </Page>
  )
}
