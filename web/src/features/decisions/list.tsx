import { useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { DataTable } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField, ProgrammeField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { useT } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { noFilters, useDecisions } from './api'
import { useDecisionColumns } from './columns'

export default function DecisionsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState(noFilters)
  const query = useDecisions(list.filters, list.page, list.limit)
  const columns = useDecisionColumns()
  return (
    <Page
      title={t.decisions.title}
      note={t.decisions.twoPersons}
      crumbs={[{ title: t.shell.menu.deciding }, { title: t.decisions.title }]}
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={t.decisions.statuses} />
        </SearchField>
        <SearchField name="kind" label={t.decisions.kind}>
          <ChoiceField choices={t.decisions.kinds} />
        </SearchField>
        <SearchField name="programme" label={t.common.programme}>
          <ProgrammeField />
        </SearchField>
        <SearchField name="division" label={t.common.division}>
          <DivisionField />
        </SearchField>
      </SearchForm>
      <DataTable
        name="decisions"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/decisions/${one.id}`)}
      />
    </Page>
  )
}
