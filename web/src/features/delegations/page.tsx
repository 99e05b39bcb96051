import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { Status } from '@/components/status'
import { useT, useWord } from '@/i18n'

type Delegation = components['schemas']['Delegation']

const tones = { ahead: 'plain', running: 'good', over: 'done' } as const

/** Who confirms in the county's stead: document, programme, from, to. */
export default function DelegationsPage() {
  const t = useT()
  const word = useWord()
  const words = t.cases.delegations
  const query = useQuery({
    queryKey: ['delegations'],
    queryFn: ({ signal }) => call('decide.delegation.list', { signal }),
  })
  const columns = useMemo<TableColumn<Delegation>[]>(
    () => [
      { key: 'place', title: t.common.division, render: (_v, d) => d.division.full_name },
      { key: 'programme', title: words.programme, render: (_v, d) => word(d) },
      { key: 'document', title: words.document, fixedIn: true, render: (_v, d) => d.document },
      { key: 'from', title: words.from, className: 'num nowrap', render: (_v, d) => d.from },
      {
        key: 'to',
        title: words.to,
        className: 'num nowrap',
        render: (_v, d) => d.to ?? words.open,
      },
      {
        key: 'state',
        title: t.common.status,
        render: (_v, d) => {
          const state = d.state as keyof typeof tones
          return <Status tone={tones[state]}>{words.states[state]}</Status>
        },
      },
    ],
    [t, words, word],
  )
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: words.title }]}
    >
      <DataTable
        name="delegations"
        columns={columns}
        data={query.data}
        rowKey={(one) => `${one.division.code}/${one.programme}/${one.from}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.empty}
      />
    </Page>
  )
}
