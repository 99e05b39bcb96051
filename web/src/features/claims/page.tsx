import { Button, Flex } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Claim } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Amount } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField, ProgrammeField, useProgrammes } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Watermark } from '@/components/watermark'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { toFen } from '@/lib/money'
import { type ClaimVerb, noFilters, useClaims } from './api'
import { StepDialog } from './step-dialog'

const more = (left: string, right: string) => (toFen(left) ?? 0n) > (toFen(right) ?? 0n)

/** What was paid too much, what came back, and what went on to the treasury. */
export default function ClaimsPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const programmes = useProgrammes()
  const list = useListState(noFilters)
  const query = useClaims(list.filters, list.page, list.limit)
  const [open, setOpen] = useState<{ claim: Claim; verb: ClaimVerb } | null>(null)
  const words = t.disburse.claims
  const mayCollect = may('disburse.claim.collect')
  const mayHandOver = may('disburse.claim.hand_over')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Claim>[]>(
    () => [
      {
        key: 'number',
        title: words.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => one.number,
      },
      {
        key: 'person',
        title: t.common.name,
        fixedIn: true,
        render: (_v, one) => <Link to={`/households/${one.household_id}`}>{one.person.name}</Link>,
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      {
        key: 'programme',
        title: t.common.programme,
        render: (_v, one) =>
          word(programmes.data?.items.find((item) => item.key === one.programme)) || one.programme,
      },
      { key: 'for', title: words.forMonth, className: 'num', render: (_v, one) => one.for_month },
      {
        key: 'amount',
        title: words.amount,
        numeric: true,
        render: (_v, one) => <Amount value={one.amount} exact />,
      },
      {
        key: 'collected',
        title: words.collected,
        numeric: true,
        render: (_v, one) => <Amount value={one.collected} exact />,
      },
      {
        key: 'handed',
        title: words.handed,
        numeric: true,
        render: (_v, one) => <Amount value={one.handed} exact />,
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, claim) => (
          <Flex gap={8}>
            {mayCollect && more(claim.amount, claim.collected) && (
              <Button size="small" onClick={() => setOpen({ claim, verb: 'collect' })}>
                {words.collect}
              </Button>
            )}
            {mayHandOver && more(claim.collected, claim.handed) && (
              <Button size="small" onClick={() => setOpen({ claim, verb: 'hand_over' })}>
                {words.handOver}
              </Button>
            )}
          </Flex>
        ),
      },
    ],
    [t, words, mayCollect, mayHandOver, programmes.data],
  )
  return (
    <Watermark>
      <Page title={words.title} crumbs={[{ title: t.shell.menu.money }, { title: words.title }]}>
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="programme" label={t.common.programme}>
            <ProgrammeField />
          </SearchField>
          <SearchField name="open" label={t.common.status}>
            <ChoiceField choices={{ true: words.open }} />
          </SearchField>
        </SearchForm>
        <DataTable
          name="claims"
          columns={columns}
          data={query.data}
          rowKey={(one) => one.id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
        />
        {open && <StepDialog {...open} onClose={() => setOpen(null)} />}
      </Page>
    </Watermark>
  )
}
