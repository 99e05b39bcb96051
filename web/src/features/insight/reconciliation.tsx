import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/api/client'
import type { ReconciliationRow } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { Amount, useAmountTitle } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { MonthField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatMoney, sum } from '@/lib/money'
import { useUnit } from '@/lib/preferences'

const noFilters = { from: '2022-01', to: '2022-10' }

function Signed({ value }: { value: string | null | undefined }) {
  const { unit } = useUnit()
  return <span className="num">{formatMoney(value, { unit, signed: true })}</span>
}

/** What the system computed beside what the report printed; the difference is shown, not hidden. */
export default function ReconciliationPage() {
  const t = useT()
  const word = useWord()
  const list = useListState(noFilters)
  const { filters } = list
  const amountTitle = useAmountTitle()
  const query = useQuery({
    queryKey: ['reconciliation', filters],
    queryFn: ({ signal }) => call('insight.reconciliation.get', { query: given(filters), signal }),
  })
  const words = t.insight
  const computed = amountTitle(words.computed)
  const printed = amountTitle(words.printed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<ReconciliationRow>[]>(
    () => [
      {
        key: 'programme',
        title: t.common.programme,
        fixedIn: true,
        render: (_v, row) => word(row.programme),
      },
      {
        key: 'computed',
        title: computed,
        numeric: true,
        render: (_v, row) => <Amount value={row.computed} />,
      },
      {
        key: 'printed',
        title: printed,
        numeric: true,
        render: (_v, row) => <Amount value={row.printed} />,
      },
      {
        key: 'difference',
        title: words.difference,
        numeric: true,
        render: (_v, row) => <Signed value={row.difference} />,
      },
      {
        key: 'ratio',
        title: words.ratio,
        numeric: true,
        render: (_v, row) => row.ratio?.replace('-', '\u2212'),
      },
      {
        key: 'cite',
        title: words.basis,
        render: (_v, row) => <div className="muted cite">{row.cite}</div>,
      },
    ],
    [t, words, computed, printed],
  )
  const rows = query.data?.items
  return (
    <Page
      title={words.title}
      note={words.hint}
      crumbs={[{ title: t.shell.menu.insight }, { title: words.title }]}
    >
      <SearchForm values={filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="from" label={t.common.from}>
          <MonthField allowClear={false} />
        </SearchField>
        <SearchField name="to" label={t.common.to}>
          <MonthField allowClear={false} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="reconciliation"
        columns={columns}
        data={rows}
        rowKey={(row) => row.programme.key}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        totals={{
          computed: <Amount value={sum(rows?.map((row) => row.computed) ?? [])} />,
          printed: <Amount value={sum(rows?.flatMap((row) => row.printed ?? []) ?? [])} />,
          difference: <Signed value={sum(rows?.flatMap((row) => row.difference ?? []) ?? [])} />,
        }}
      />
    </Page>
  )
}
