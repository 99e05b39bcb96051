import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay, useMe } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField } from '@/components/fields'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { TaskLamp } from '@/features/tasks/task-title'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatCount } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { HandleDialog, which } from './alignment-dialogs'
import {
  type Difference,
  type DifferenceFilters,
  handleDifferences,
  noDifferenceFilters,
  useDifferences,
} from './api'
import styles from './oversight.module.css'

type Side = NonNullable<Difference['here']>

function SideCell({ side }: { side: Side | null | undefined }) {
  const t = useT()
  if (!side) return <span className="faint">—</span>
  const name = side.household_id ? (
    <Link to={`/households/${side.household_id}`}>{side.name}</Link>
  ) : (
    side.name
  )
  return (
    <span className={styles.side}>
      <span>
        {name} <span className="num faint">{side.id_number}</span>
      </span>
      <span className="faint">{t.common.list(side.kinds)}</span>
      {side.value && <span className={styles.differs}>{side.value}</span>}
    </span>
  )
}

function useColumns(here: string, there: string): TableColumn<Difference>[] {
  const t = useT()
  const word = useWord()
  const words = t.oversight.alignments
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(
    () => [
      { key: 'seq', title: t.common.rowNo, className: 'num', render: (_v, one) => one.seq + 1 },
      {
        key: 'kind',
        title: words.kind,
        fixedIn: true,
        render: (_v, one) => (
          <>
            {wordFor(words.kinds, one.kind)}
            {one.field && <span className={styles.hint}>{one.field}</span>}
          </>
        ),
      },
      { key: 'list', title: words.list, render: (_v, one) => one.list },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      {
        key: 'here',
        title: here,
        fixedIn: true,
        render: (_v, one) => <SideCell side={one.here} />,
      },
      {
        key: 'there',
        title: there,
        fixedIn: true,
        render: (_v, one) => <SideCell side={one.there} />,
      },
      {
        key: 'handler',
        title: words.handler,
        render: (_v, one) => one.handler?.name ?? <span className="faint">{words.nobody}</span>,
      },
      {
        key: 'due',
        title: t.oversight.clue.due,
        numeric: true,
        render: (_v, one) =>
          one.due && (
            <>
              {one.lamp !== 'none' && <TaskLamp lamp={one.lamp} />} {one.due}
            </>
          ),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={one.status === 'handled' ? 'done' : 'wait'}>
            {wordFor(words.statuses, one.status)}
          </Status>
        ),
      },
      {
        key: 'result',
        title: words.result,
        render: (_v, one) => (
          <span className={styles.side}>
            <span>{word(one.result)}</span>
            <span className="faint">{one.remark}</span>
          </span>
        ),
      },
      { key: 'theirs', title: words.feedback, render: (_v, one) => one.theirs },
    ],
    [t, here, there],
  )
}

/** Every difference with what both sides say; one, chosen ones or all of a filter are handled. */
export function Differences({
  id,
  here,
  there,
  lists,
  open,
}: {
  id: string
  here: string
  there: string
  /** Kinds of the other list, for narrowing. */
  lists: string[]
  /** Whether differences may still be handled. */
  open: boolean
}) {
  const t = useT()
  const may = useMay()
  const me = useMe()
  const list = useListState<DifferenceFilters>(noDifferenceFilters)
  const query = useDifferences(id, list.filters, list.page, list.limit, true)
  const columns = useColumns(here, there)
  const [selected, setSelected] = useState<string[]>([])
  const [handling, setHandling] = useState(false)
  const words = t.oversight.alignments
  const mine = useCommand(handleDifferences, {
    success: t.common.done,
    touches: [['oversight']],
    onDone: () => setSelected([]),
  })
  const handles = open && may('oversight.difference.handle')
  const empty = (query.data?.total?.rows ?? 0) === 0
  return (
    <>
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="kind" label={words.kind}>
          <ChoiceField choices={words.kinds} />
        </SearchField>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={words.statuses} />
        </SearchField>
        <SearchField name="list" label={words.list}>
          <ChoiceField choices={Object.fromEntries(lists.map((kind) => [kind, kind]))} />
        </SearchField>
        <SearchField name="division" label={t.common.division}>
          <DivisionField />
        </SearchField>
      </SearchForm>
      <DataTable
        name="oversight-differences"
        numbered={false}
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        {...(handles ? { chosen: { keys: selected, choose: setSelected } } : {})}
        tools={
          handles && (
            <div className={styles.bar}>
              <span className="faint">
                {selected.length > 0
                  ? t.oversight.clue.selected(formatCount(selected.length))
                  : t.oversight.clue.allOf}
              </span>
              <Button
                size="small"
                disabled={empty}
                loading={mine.pending}
                onClick={() => mine.run({ id, ...which(selected, list.filters), handler: me.id })}
              >
                {words.handleMine}
              </Button>
              <Button size="small" disabled={empty} onClick={() => setHandling(true)}>
                {selected.length > 0 ? words.handle : words.handleAll}
              </Button>
            </div>
          )
        }
      />
      {handling && (
        <HandleDialog
          id={id}
          ids={selected}
          filters={list.filters}
          onClose={() => {
            setHandling(false)
            setSelected([])
          }}
        />
      )}
    </>
  )
}
