import { useQuery } from '@tanstack/react-query'
import { Input, Tag } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { call } from '@/api/client'
import type { Programme } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { useT, useWord, wordFor } from '@/i18n'
import { CiteLink } from './formula'
import styles from './policy.module.css'
import { ScopeBar, scoped, usePolicyScope } from './scope'

function matches(programme: Programme, wanted: string): boolean {
  const text = [
    programme.key,
    programme.zh,
    programme.en,
    programme.cite,
    ...programme.components.flatMap((one) => [one.zh, one.en, one.formula, one.cite]),
  ]
  return text.some((one) => one.toLowerCase().includes(wanted))
}

/** Every programme of a place on a day; each opens with conditions, formulas and clauses. */
export default function ProgrammesPage() {
  const t = useT()
  const word = useWord()
  const navigate = useNavigate()
  const scope = usePolicyScope()
  const [params, setParams] = useSearchParams()
  const words = t.policy.programmes
  const browse = t.policy.browse
  const wanted = (params.get('q') ?? '').trim().toLowerCase()
  const query = useQuery({
    queryKey: ['programmes', scope],
    queryFn: ({ signal }) => call('policy.programme.list', { query: given(scope), signal }),
  })
  const items = useMemo(
    () => query.data?.items.filter((one) => matches(one, wanted)),
    [query.data, wanted],
  )
  const to = (one: Programme) => scoped(`/programmes/${one.key}`, scope)
  const columns: TableColumn<Programme>[] = [
    {
      key: 'name',
      title: words.title,
      fixedIn: true,
      render: (_v, one) => (
        <Link className={styles.name} to={to(one)}>
          {word(one)}
        </Link>
      ),
    },
    {
      key: 'section',
      title: words.section,
      render: (_v, one) => wordFor(words.sections, one.section),
    },
    {
      key: 'unit',
      title: browse.unit,
      render: (_v, one) => (one.unit === 'household' ? words.byHousehold : words.byPerson),
    },
    {
      key: 'pays',
      title: browse.pays,
      render: (_v, one) =>
        one.components.length === 0 ? (
          <span className="faint">{browse.paysNothing}</span>
        ) : (
          one.components.map((part) => (
            <Tag key={part.key}>
              {word(part)} {wordFor(t.common.units, part.unit)}
            </Tag>
          ))
        ),
    },
    {
      key: 'cite',
      title: words.cite,
      render: (_v, one) => (
        <div className="muted cite">
          <CiteLink cite={one.cite} scope={scope} />
        </div>
      ),
    },
  ]
  return (
    <Page
      title={words.title}
      note={t.policy.parameters.hint}
      crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}
    >
      <ScopeBar />
      <Input.Search
        allowClear
        className="no-print"
        aria-label={browse.search}
        placeholder={browse.search}
        defaultValue={params.get('q') ?? ''}
        style={{ maxWidth: 420 }}
        onChange={(event) => {
          const text = event.target.value
          setParams(
            (previous) => {
              const next = new URLSearchParams(previous)
              if (text) next.set('q', text)
              else next.delete('q')
              return next
            },
            { replace: true },
          )
        }}
      />
      <DataTable
        name="programmes"
        columns={columns}
        data={items}
        rowKey={(one) => one.key}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        onOpen={(one) => navigate(to(one))}
      />
    </Page>
  )
}
