import { useMemo } from 'react'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { type Check, useChecks } from './api'
import { severityTones } from './tones'

/** The checks in force, with clause, purpose and sources. */
export default function ChecksPage() {
  const t = useT()
  const word = useWord()
  const words = t.verify
  const list = useListState({ purpose: '' })
  const query = useChecks()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Check>[]>(
    () => [
      { key: 'check', title: words.check, fixedIn: true, render: (_v, one) => word(one.check) },
      { key: 'purpose', title: words.purpose, render: (_v, one) => word(one.purpose) },
      { key: 'of', title: words.of, render: (_v, one) => wordFor(words.entities, one.of) },
      {
        key: 'severity',
        title: words.severity,
        render: (_v, one) => (
          <Status tone={severityTones[one.severity] ?? 'plain'}>
            {wordFor(words.severities, one.severity)}
          </Status>
        ),
      },
      {
        key: 'sources',
        title: words.sources,
        render: (_v, one) => t.common.list(one.sources.map((source) => word(source))),
      },
      { key: 'formula', title: words.formula, render: (_v, one) => <code>{one.formula}</code> },
      {
        key: 'cite',
        title: words.cite,
        render: (_v, one) => (one.verified ? one.cite : `${one.cite} · ${words.unverified}`),
      },
    ],
    [t],
  )
  const { purpose } = list.filters
  const shown = query.data?.items.filter((one) => !purpose || one.purpose.key === purpose)
  return (
    <Page
      title={words.checks}
      note={words.checksNote}
      crumbs={[{ title: t.shell.menu.verify }, { title: words.checks }]}
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="purpose" label={words.purpose}>
          <ChoiceField choices={words.purposeNames} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="checks"
        columns={columns}
        data={shown}
        rowKey={(one) => one.check.key}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
      />
    </Page>
  )
}
