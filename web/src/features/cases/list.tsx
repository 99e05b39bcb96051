import { Input } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField, ProgrammeField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, toneOf } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { noFilters, useCases } from './api'

type Row = components['schemas']['CaseRow']

function useColumns(): TableColumn<Row>[] {
  const t = useT()
  return useMemo(
    () => [
      {
        key: 'number',
        title: t.cases.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => (
          <Link to={`/cases/${one.id}`}>{one.number ?? t.cases.unnumbered}</Link>
        ),
      },
      { key: 'applicant', title: t.cases.applicant, render: (_v, one) => one.applicant },
      {
        key: 'procedure',
        title: t.cases.procedure,
        render: (_v, one) => wordFor(t.cases.procedures, one.procedure),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'accepted',
        title: t.cases.accepted,
        numeric: true,
        render: (_v, one) => one.accepted_on,
      },
      { key: 'due', title: t.cases.due, numeric: true, render: (_v, one) => one.due },
      {
        key: 'opened',
        title: t.cases.opened,
        numeric: true,
        render: (_v, one) => formatTime(one.opened_at),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status === 'open' ? 'proposed' : 'closed')}>
            {one.result
              ? wordFor(t.cases.results, one.result)
              : wordFor(t.cases.statuses, one.status)}
          </Status>
        ),
      },
    ],
    [t],
  )
}

export default function CasesPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState(noFilters)
  const query = useCases(list.filters, list.page, list.limit)
  const columns = useColumns()
  return (
    <Page
      title={t.cases.title}
      note={t.cases.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: t.cases.title }]}
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="number" label={t.cases.number}>
          <Input allowClear />
        </SearchField>
        <SearchField name="mine" label={t.cases.whose}>
          <ChoiceField choices={t.cases.mine} />
        </SearchField>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={t.cases.statuses} />
        </SearchField>
        <SearchField name="programme" label={t.common.programme}>
          <ProgrammeField />
        </SearchField>
        <SearchField name="division" label={t.common.division}>
          <DivisionField />
        </SearchField>
      </SearchForm>
      <DataTable
        name="cases"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/cases/${one.id}`)}
      />
    </Page>
  )
}
