import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import type { Parameter } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { useSpeech, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { CiteLink } from './formula'
import { ScopeBar, scoped } from './scope'

const noFilters = { q: '', on: '', place: '' }

export default function ParametersPage() {
  const { t, language } = useSpeech()
  const list = useListState(noFilters)
  const { filters } = list
  const words = t.policy.parameters
  const query = useQuery({
    queryKey: ['parameters', filters],
    queryFn: ({ signal }) => call('policy.parameter.list', { query: given(filters), signal }),
  })
  const scope = useMemo(() => ({ on: filters.on, place: filters.place }), [filters])
  const columns = useMemo<TableColumn<Parameter>[]>(
    () => [
      {
        key: 'name',
        title: words.name,
        fixedIn: true,
        render: (_v, one) => (
          <div style={{ maxWidth: 260 }}>
            <Link to={scoped(`/parameters/${encodeURIComponent(one.name)}`, scope)}>
              {language === 'zh' ? one.name : one.en || one.name}
            </Link>
            {language === 'en' && one.en && <div className="faint">{one.name}</div>}
          </div>
        ),
      },
      {
        key: 'value',
        title: words.value,
        numeric: true,
        fixedIn: true,
        render: (_v, one) => (
          <b style={{ display: 'inline-block', maxWidth: 200, whiteSpace: 'normal' }}>
            {wordFor({ true: t.common.yes, false: t.common.no }, one.value)}
          </b>
        ),
      },
      { key: 'unit', title: words.unit, render: (_v, one) => wordFor(t.common.units, one.unit) },
      {
        key: 'valid',
        title: words.valid,
        className: 'num',
        render: (_v, one) => t.common.period(one.from, one.to),
      },
      { key: 'place', title: words.place, render: (_v, one) => one.place.name },
      {
        key: 'cite',
        title: words.cite,
        render: (_v, one) => (
          <div className="muted cite">
            <CiteLink cite={one.cite} scope={scope} />
          </div>
        ),
      },
      {
        key: 'verified',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={one.verified ? 'good' : 'wait'}>
            {one.verified ? words.verified : words.notVerified}
          </Status>
        ),
      },
    ],
    [t, words, language, scope],
  )
  return (
    <Page
      title={words.title}
      note={words.hint}
      crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}
    >
      <ScopeBar />
      <SearchForm values={filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="q" label={words.name}>
          <Input allowClear maxLength={60} placeholder={words.search} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="parameters"
        columns={columns}
        data={query.data?.items}
        rowKey={(one) => `${one.name}${one.place.code}${one.from}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
      />
    </Page>
  )
}
