import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/api/client'
import type { LedgerRow } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { Amount, useAmountTitle } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { MonthField, ProgrammeField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { sum } from '@/lib/money'

const noFilters = { month: '', programme: '' }
const accounts = [
  'entitled',
  'unbatched',
  'in_batch',
  'at_bank',
  'paid',
  'returned',
  'to_recover',
  'recovered',
  'to_treasury',
] as const

/** The double entry by programme and month, and whether it balances to the fen. */
export default function LedgerPage() {
  const t = useT()
  const word = useWord()
  const list = useListState(noFilters)
  const { filters } = list
  const amountTitle = useAmountTitle()
  const query = useQuery({
    queryKey: ['ledger', filters],
    queryFn: ({ signal }) => call('disburse.ledger.get', { query: given(filters), signal }),
  })
  const words = t.disburse.ledger
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<LedgerRow>[]>(
    () => [
      {
        key: 'month',
        title: t.common.month,
        fixedIn: true,
        className: 'num',
        render: (_v, row) => row.month,
      },
      {
        key: 'programme',
        title: t.common.programme,
        fixedIn: true,
        render: (_v, row) => word(row.programme),
      },
      { key: 'fund', title: words.fund, render: (_v, row) => wordFor(words.funds, row.fund) },
      {
        key: 'balanced',
        title: words.balanced,
        render: (_v, row) => (
          <Status tone={row.balanced ? 'good' : 'bad'}>
            {row.balanced ? words.isBalanced : words.notBalanced}
          </Status>
        ),
      },
      ...accounts.map((account) => ({
        key: account,
        title: words[account],
        numeric: true,
        render: (_v: unknown, row: LedgerRow) => <Amount value={row[account]} />,
      })),
    ],
    [t, words],
  )
  const rows = query.data?.items
  return (
    <Page
      title={`${words.title} · ${amountTitle()}`}
      note={words.hint}
      crumbs={[{ title: t.shell.menu.money }, { title: words.title }]}
    >
      <SearchForm values={filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="month" label={t.common.month}>
          <MonthField />
        </SearchField>
        <SearchField name="programme" label={t.common.programme}>
          <ProgrammeField />
        </SearchField>
      </SearchForm>
      <DataTable
        name="ledger"
        columns={columns}
        data={rows}
        rowKey={(row) => `${row.month}${row.programme.key}${row.fund}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        totals={Object.fromEntries(
          accounts.map((account) => [
            account,
            <Amount key={account} value={sum(rows?.map((row) => row[account]) ?? [])} />,
          ]),
        )}
      />
    </Page>
  )
}
