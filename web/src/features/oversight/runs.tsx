import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { type Run, useRuns } from './api'
import { NewRunDialog } from './new-run'
import { runTone } from './tones'

const none = { purpose: '' }

/** Runs of supervision and discovery, the newest first. */
export default function RunsPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState(none)
  const query = useRuns(list.filters, list.page, list.limit)
  const [making, setMaking] = useState(false)
  const words = t.oversight.runs
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Run>[]>(
    () => [
      {
        key: 'number',
        title: words.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/supervision-runs/${one.id}`}>{one.number}</Link>,
      },
      { key: 'title', title: words.name, render: (_v, one) => one.title },
      { key: 'purpose', title: words.purpose, render: (_v, one) => word(one.purpose) },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      { key: 'month', title: words.month, className: 'num', render: (_v, one) => one.month },
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
        render: (_v, one) => <Status tone={runTone(one.status.key)}>{word(one.status)}</Status>,
      },
    ],
    [t],
  )
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.oversight }, { title: words.title }]}
      actions={
        may('oversight.run.create') && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {words.create}
          </Button>
        )
      }
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="purpose" label={words.purpose}>
          <ChoiceField choices={words.purposes} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="oversight-runs"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching && !query.data}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/supervision-runs/${one.id}`)}
      />
      {making && <NewRunDialog onClose={() => setMaking(false)} />}
    </Page>
  )
}
