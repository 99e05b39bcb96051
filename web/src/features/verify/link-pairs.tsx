import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { type LinkPair, useLinkPairs } from './api'
import { linkTones } from './tones'

/** Ten-thousandths as a percentage. */
export function percent(likelihood: number): string {
  return `${(likelihood / 100).toFixed(1)}%`
}

/** The address of a pair, which keeps the delivery that is being worked through. */
export function pairPath(id: string, delivery: string): string {
  return delivery ? `/link-pairs/${id}?delivery=${delivery}` : `/link-pairs/${id}`
}

/** Rows without a good identity number beside persons on record. */
export default function LinkPairsPage() {
  const t = useT()
  const word = useWord()
  const navigate = useNavigate()
  const words = t.verify.links
  const list = useListState({ status: 'open', delivery: '' })
  const query = useLinkPairs(list.filters, list.page, list.limit)
  const { delivery } = list.filters
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<LinkPair>[]>(
    () => [
      {
        key: 'their_name',
        title: words.theirName,
        fixedIn: true,
        render: (_v, one) => <Link to={pairPath(one.id, delivery)}>{one.their_name}</Link>,
      },
      {
        key: 'reason',
        title: words.reason,
        render: (_v, one) => word({ zh: one.reason_zh, en: one.reason_en }),
      },
      { key: 'name', title: words.ours, render: (_v, one) => one.name },
      {
        key: 'household',
        title: t.verify.household,
        className: 'num',
        render: (_v, one) => one.household_number,
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'likelihood',
        title: words.likelihood,
        numeric: true,
        render: (_v, one) => percent(one.likelihood),
      },
      { key: 'source', title: t.verify.source, render: (_v, one) => word(one.source) },
      { key: 'as_of', title: t.verify.asOf, className: 'num', render: (_v, one) => one.as_of },
      { key: 'row', title: words.row, numeric: true, render: (_v, one) => one.row },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={linkTones[one.status] ?? 'plain'}>
            {wordFor(words.statuses, one.status)}
          </Status>
        ),
      },
    ],
    [t, delivery],
  )
  return (
    <Watermark>
      <Page
        title={words.title}
        note={words.note}
        crumbs={[{ title: t.shell.menu.verify }, { title: words.title }]}
      >
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="status" label={t.common.status}>
            <ChoiceField choices={words.statuses} />
          </SearchField>
        </SearchForm>
        <DataTable
          name="link-pairs"
          columns={columns}
          data={query.data}
          rowKey={(one) => one.id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
          onOpen={(one) => navigate(pairPath(one.id, delivery))}
          empty={words.empty}
        />
      </Page>
    </Watermark>
  )
}
