import { useMemo } from 'react'
import type { AccessEntry } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { noAuditFilters, useAccess } from './api'
import { AuditSearch } from './audit-search'

export default function AccessPage() {
  const t = useT()
  const word = useWord()
  const list = useListState(noAuditFilters)
  const query = useAccess(list.filters, list.page, list.limit)
  const words = t.admin.audit
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<AccessEntry>[]>(
    () => [
      { key: 'seq', title: words.seq, numeric: true, fixedIn: true, render: (_v, one) => one.seq },
      {
        key: 'at',
        title: t.common.time,
        className: 'num',
        render: (_v, one) => formatTime(one.at),
      },
      {
        key: 'operation',
        title: words.operation,
        fixedIn: true,
        render: (_v, one) => (
          <>
            {word(one)} <code className="faint">{one.operation}</code>
          </>
        ),
      },
      {
        key: 'actor',
        title: words.actor,
        render: (_v, one) => <span title={one.actor}>{one.login}</span>,
      },
      { key: 'subject', title: words.subject, render: (_v, one) => one.noun },
      {
        key: 'division',
        title: t.common.division,
        className: 'num',
        render: (_v, one) => one.division,
      },
      { key: 'count', title: words.count, numeric: true, render: (_v, one) => one.count },
    ],
    [t, words],
  )
  return (
    <Page
      title={t.admin.access.title}
      note={t.admin.access.hint}
      crumbs={[{ title: t.shell.menu.admin }, { title: t.admin.access.title }]}
    >
      <AuditSearch list={list} />
      <DataTable
        numbered={false}
        name="access"
        columns={columns}
        data={query.data}
        rowKey={(one) => `${one.chain}${one.seq}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
      />
    </Page>
  )
}
