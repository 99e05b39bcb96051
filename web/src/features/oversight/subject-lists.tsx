import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField, MonthField, ProgrammeField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Watermark } from '@/components/watermark'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatCount } from '@/lib/money'
import { thisMonth } from '@/lib/time'
import { noListFilters, useSubjects } from './api'
import { NewRunDialog } from './new-run'

type Row = components['schemas']['SubjectRow']

/** The kinds of monitored households, as the vocabulary names them. */
const kinds = ['已脱贫', '脱贫不稳定', '边缘易致贫', '突发严重困难']

/** Who is on a list before it is compared: people in benefit, or families that nobody helps. */
export default function SubjectListsPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const list = useListState(noListFilters)
  const query = useSubjects(list.filters, list.page, list.limit)
  const [making, setMaking] = useState(false)
  const words = t.oversight.lists
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t.oversight.alignments.household,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/households/${one.household_id}`}>{one.number}</Link>,
      },
      { key: 'head', title: words.head, fixedIn: true, render: (_v, one) => one.head },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      {
        key: 'persons',
        title: words.size,
        numeric: true,
        render: (_v, one) => <Count value={one.persons} />,
      },
      {
        key: 'programmes',
        title: t.common.programme,
        render: (_v, one) => t.common.list(one.programmes.map((p) => word(p))),
      },
      { key: 'kind', title: words.kind, render: (_v, one) => one.kind },
    ],
    [t],
  )
  const total = query.data?.total
  return (
    <Watermark>
      <Page
        title={words.title}
        note={
          <>
            {words.note}{' '}
            {total && (
              <b className="num">
                {formatCount(total.households ?? 0)} {t.common.householdsShort}{' '}
                {formatCount(total.persons ?? 0)} {t.common.personsShort}
              </b>
            )}
          </>
        }
        crumbs={[{ title: t.shell.menu.oversight }, { title: words.title }]}
        actions={
          may('oversight.run.create') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {words.begin}
            </Button>
          )
        }
      >
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="list" label={words.list}>
            <ChoiceField choices={words.lists} allowClear={false} />
          </SearchField>
          <SearchField name="month" label={t.common.month}>
            <MonthField />
          </SearchField>
          <SearchField name="programme" label={t.common.programme}>
            <ProgrammeField />
          </SearchField>
          <SearchField name="kind" label={words.kind}>
            <ChoiceField choices={Object.fromEntries(kinds.map((kind) => [kind, kind]))} />
          </SearchField>
          <SearchField name="division" label={t.common.division}>
            <DivisionField />
          </SearchField>
        </SearchForm>
        <DataTable
          name="oversight-subjects"
          columns={columns}
          data={query.data}
          rowKey={(one) => one.household_id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
        />
        {making && (
          <NewRunDialog
            start={{
              purpose: list.filters.list === 'gap' ? 'discovery' : 'supervision',
              month: list.filters.month || thisMonth(),
              division: list.filters.division,
              programmes: list.filters.programme ? [list.filters.programme] : [],
            }}
            onClose={() => setMaking(false)}
          />
        )}
      </Page>
    </Watermark>
  )
}
