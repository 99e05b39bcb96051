import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '@/api/client'
import type { PolicyDocument } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { useSpeech } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { ScopeBar, scoped } from './scope'

const noFilters = { q: '', on: '', place: '' }

/** The documents that the policy of a place rests on. */
export default function DocumentsPage() {
  const { t, language } = useSpeech()
  const navigate = useNavigate()
  const list = useListState(noFilters)
  const { filters } = list
  const words = t.policy.documents
  const scope = useMemo(() => ({ on: filters.on, place: filters.place }), [filters])
  const query = useQuery({
    queryKey: ['policy-documents', filters],
    queryFn: ({ signal }) => call('policy.document.list', { query: given(filters), signal }),
  })
  const to = (one: PolicyDocument) =>
    scoped(`/policy-documents/${encodeURIComponent(one.name)}`, scope)
  const columns: TableColumn<PolicyDocument>[] = [
    {
      key: 'title',
      title: words.name,
      fixedIn: true,
      render: (_v, one) => (
        <div style={{ maxWidth: 420 }}>
          <Link to={to(one)}>{language === 'zh' ? `《${one.title}》` : one.en || one.title}</Link>
        </div>
      ),
    },
    {
      key: 'number',
      title: words.number,
      className: 'nowrap',
      render: (_v, one) => one.number ?? <span className="faint">{words.noNumber}</span>,
    },
    { key: 'issuer', title: words.issuer, render: (_v, one) => one.issuer },
    {
      key: 'valid',
      title: words.valid,
      className: 'num',
      render: (_v, one) => t.common.period(one.from ?? one.issued ?? '', one.to ?? null),
    },
    {
      key: 'state',
      title: t.common.status,
      render: (_v, one) => (
        <>
          <Status tone={one.in_force ? 'good' : 'plain'}>
            {one.in_force ? words.inForce : words.notInForce}
          </Status>
          {!one.verified && <div className="faint">{words.notRead}</div>}
        </>
      ),
    },
    {
      key: 'resting',
      title: words.resting,
      numeric: true,
      render: (_v, one) => words.restingCount(one.resting),
    },
  ]
  return (
    <Page title={words.title} crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}>
      <ScopeBar />
      <SearchForm values={filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="q" label={words.name}>
          <Input allowClear maxLength={60} placeholder={words.search} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="policy-documents"
        columns={columns}
        data={query.data?.items}
        rowKey={(one) => one.name}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        onOpen={(one) => navigate(to(one))}
      />
    </Page>
  )
}
