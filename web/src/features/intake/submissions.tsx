import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, toneOf } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { useSubmissions } from './api'
import { CodeDialog } from './code-dialog'

type Row = components['schemas']['SubmissionRow']

function useColumns(): TableColumn<Row>[] {
  const t = useT()
  return useMemo(
    () => [
      {
        key: 'number',
        title: t.intake.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/submissions/${one.id}`}>{one.number}</Link>,
      },
      { key: 'applicant', title: t.intake.applicant, render: (_v, one) => one.applicant },
      {
        key: 'procedure',
        title: t.cases.procedure,
        render: (_v, one) => wordFor(t.cases.procedures, one.procedure),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      { key: 'persons', title: t.intake.persons, numeric: true, render: (_v, one) => one.persons },
      { key: 'helped', title: t.intake.helped, render: (_v, one) => (one.helped ? '✓' : '') },
      {
        key: 'submitted',
        title: t.intake.submitted,
        numeric: true,
        render: (_v, one) => formatTime(one.submitted_at),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={one.status === 'taken' ? 'done' : toneOf(one.status)}>
            {wordFor(t.intake.statuses, one.status)}
          </Status>
        ),
      },
    ],
    [t],
  )
}

/** What citizens handed in, waiting for the window. */
export default function SubmissionsPage() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState({ status: 'submitted' })
  const query = useSubmissions(list.filters, list.page, list.limit)
  const columns = useColumns()
  const [handing, setHanding] = useState(false)
  return (
    <Page
      title={t.intake.title}
      note={t.intake.note}
      crumbs={[{ title: t.shell.menu.intake }, { title: t.intake.title }]}
      actions={
        may('intake.code.hand') && <Button onClick={() => setHanding(true)}>{t.intake.code}</Button>
      }
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={t.intake.statuses} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="submissions"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/submissions/${one.id}`)}
      />
      {handing && <CodeDialog onClose={() => setHanding(false)} />}
    </Page>
  )
}
