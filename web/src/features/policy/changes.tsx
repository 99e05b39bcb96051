import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '@/api/client'
import type { PolicyChange, PolicySide } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DateField } from '@/components/fields'
import { Page } from '@/components/page'
import { useSpeech, wordFor } from '@/i18n'
import styles from './policy.module.css'
import { PlaceSelect } from './scope'

function Side({ side, gone }: { side: PolicySide | null | undefined; gone: boolean }) {
  const { t } = useSpeech()
  if (!side) return <span className="faint">—</span>
  return (
    <div className={styles.side}>
      <span className={gone ? styles.was : undefined}>
        {wordFor({ true: t.common.yes, false: t.common.no }, side.value)}{' '}
        {wordFor(t.common.units, side.unit)}
      </span>
      <small>
        {side.place}
        {side.from && ` · ${t.common.period(side.from, side.to ?? null)}`}
      </small>
      <small>{side.cite}</small>
    </div>
  )
}

/** What changed between two days, or between two places. */
export default function ChangesPage() {
  const { t, language } = useSpeech()
  const [params, setParams] = useSearchParams()
  const words = t.policy.changes
  const value = (name: string) => params.get(name) ?? ''
  const put = (name: string, text: string) =>
    setParams((previous) => {
      const next = new URLSearchParams(previous)
      if (text) next.set(name, text)
      else next.delete(name)
      return next
    })
  const asked = {
    from: value('from'),
    to: value('to'),
    place: value('place'),
    to_place: value('to_place'),
  }
  const query = useQuery({
    queryKey: ['policy-changes', asked],
    queryFn: ({ signal }) => call('policy.change.list', { query: given(asked), signal }),
  })
  const kind = value('kind')
  const all = query.data?.items
  const items = useMemo(() => all?.filter((one) => !kind || one.kind === kind), [all, kind])
  const kinds = useMemo(() => {
    const found = new Map<string, string>()
    for (const one of all ?? [])
      found.set(one.kind, language === 'zh' ? one.kind_zh : one.kind.replaceAll('_', ' '))
    return found
  }, [all, language])
  const count = (test: (one: PolicyChange) => boolean) => (items ?? []).filter(test).length
  const columns: TableColumn<PolicyChange>[] = [
    {
      key: 'kind',
      title: words.kind,
      render: (_v, one) => <Tag>{kinds.get(one.kind) ?? one.kind}</Tag>,
    },
    {
      key: 'name',
      title: words.name,
      fixedIn: true,
      render: (_v, one) => (
        <div style={{ maxWidth: 260 }}>
          <b>{language === 'zh' ? one.name : one.en || one.name}</b>
          {one.programme && <div className="faint">{one.programme}</div>}
          <div>
            <Tag color={one.before ? (one.after ? 'blue' : 'red') : 'green'}>
              {one.before ? (one.after ? words.changed : words.removed) : words.added}
            </Tag>
          </div>
        </div>
      ),
    },
    {
      key: 'before',
      title: words.before,
      render: (_v, one) => <Side side={one.before} gone />,
    },
    {
      key: 'after',
      title: words.after,
      render: (_v, one) => <Side side={one.after} gone={false} />,
    },
  ]
  return (
    <Page
      title={words.title}
      note={words.hint}
      crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}
      actions={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t.common.print}
        </Button>
      }
    >
      <div className={`${styles.scope} no-print`}>
        <div className={styles.day}>
          <DateField
            aria-label={words.from}
            placeholder={words.from}
            value={asked.from}
            onChange={(day) => put('from', day)}
          />
        </div>
        <div className={styles.day}>
          <DateField
            aria-label={words.to}
            placeholder={words.to}
            value={asked.to}
            onChange={(day) => put('to', day)}
          />
        </div>
        <PlaceSelect
          label={t.policy.browse.place}
          value={asked.place}
          on={asked.to}
          onChange={(code) => put('place', code)}
        />
        <PlaceSelect
          label={words.toPlace}
          value={asked.to_place}
          on={asked.to}
          onChange={(code) => put('to_place', code)}
        />
        <Select
          aria-label={words.kind}
          value={kind}
          style={{ width: 150 }}
          onChange={(chosen: string) => put('kind', chosen)}
          options={[
            { value: '', label: words.all },
            ...[...kinds].map(([key, label]) => ({ value: key, label })),
          ]}
        />
      </div>
      <p className="muted" style={{ margin: 0 }}>
        {items &&
          words.summary(
            count((one) => !one.before),
            count((one) => !one.after),
            count((one) => Boolean(one.before && one.after)),
          )}
      </p>
      <DataTable
        name="policy-changes"
        columns={columns}
        data={items}
        rowKey={(one) => `${one.kind}.${one.programme}.${one.name}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={<span className="muted">{words.none}</span>}
      />
    </Page>
  )
}
