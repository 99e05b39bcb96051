import { DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Select, Tag } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '@/api/client'
import type { Gap, GapCounts } from '@/api/contract'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Amount, Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Watermark } from '@/components/watermark'
import { useSpeech, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatCount } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'

const noFilters = { kind: 'may_claim', decided: 'own', programme: '', division: '' }
const colours: Record<string, string> = {
  may_claim: 'green',
  may_leave: 'red',
  to_check: 'gold',
}

function useColumns(): TableColumn<Gap>[] {
  const { t } = useSpeech()
  const word = useWord()
  const words = t.assess.gaps
  return useMemo(
    () => [
      {
        key: 'kind',
        title: words.kind,
        render: (_v, one) => <Tag color={colours[one.kind]}>{wordFor(t.assess.due, one.kind)}</Tag>,
      },
      {
        key: 'household',
        title: t.households.head,
        fixedIn: true,
        render: (_v, one) => (
          <>
            <Link to={`/households/${one.household_id}?tab=assessment`}>{one.head_name}</Link>
            <div className="faint num">{one.household_number}</div>
          </>
        ),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      { key: 'programme', title: words.programme, render: (_v, one) => word(one.programme) },
      {
        key: 'persons',
        title: words.persons,
        render: (_v, one) => t.common.list(one.persons.map((person) => person.name)),
      },
      {
        key: 'monthly',
        title: words.monthly,
        numeric: true,
        render: (_v, one) => (one.monthly ? <Amount value={one.monthly} exact /> : '—'),
      },
      {
        key: 'missing',
        title: words.missing,
        render: (_v, one) => <div className="cite">{t.common.list(one.missing)}</div>,
      },
      {
        key: 'act',
        title: words.act,
        render: (_v, one) => (
          <div className="cite">
            {word(one.section)}
            <div className="muted">
              {one.office}
              {one.refer_to && ` · ${words.refer(one.refer_to)}`}
            </div>
          </div>
        ),
      },
    ],
    [t, words, word],
  )
}

/** How many of each programme, and in which township or village: each narrows the list. */
function Counts({
  counts,
  onChoose,
}: {
  counts: GapCounts
  onChoose: (filters: Partial<typeof noFilters>) => void
}) {
  const { t } = useSpeech()
  const word = useWord()
  const words = t.assess.gaps
  const line = (households: number, persons: number) =>
    `${formatCount(households)} ${t.common.householdsShort} ${formatCount(persons)} ${t.common.personsShort}`
  return (
    <section className="panel" style={{ padding: '10px 16px' }}>
      <p style={{ margin: 0 }} className="muted">
        {counts.last
          ? words.last(counts.last.as_of, formatCount(counts.last.households))
          : words.never}
        {counts.last && counts.last.refused > 0 && (
          <> · {words.refused(formatCount(counts.last.refused))}</>
        )}
      </p>
      <Flex gap={6} wrap style={{ marginTop: 8 }}>
        {counts.by_programme.map((one) => (
          <Button
            key={`${one.kind}.${one.programme.key}`}
            size="small"
            onClick={() => onChoose({ kind: one.kind, programme: one.programme.key })}
          >
            {wordFor(t.assess.due, one.kind)} · {word(one.programme)}{' '}
            {line(one.count.households, one.count.persons)}
          </Button>
        ))}
      </Flex>
      {counts.by_division.length > 1 && (
        <Flex gap={6} wrap style={{ marginTop: 8 }}>
          {counts.by_division.map((one) => (
            <Button
              key={one.division.code}
              size="small"
              type="dashed"
              onClick={() => onChoose({ division: one.division.code })}
            >
              {one.division.name} {line(one.count.households, one.count.persons)}
            </Button>
          ))}
        </Flex>
      )}
    </section>
  )
}

/** What families of an area may claim and do not have, and the other way round, with who acts. */
export default function GapsPage() {
  const { t } = useSpeech()
  const word = useWord()
  const may = useMay()
  const jobs = useJobs()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const list = useListState(noFilters)
  const words = t.assess.gaps
  const asked = given(list.filters)
  const query = useQuery({
    queryKey: ['gaps', list.filters, list.page, list.limit],
    queryFn: ({ signal }) =>
      call('decide.gap.list', {
        query: { ...asked, page: list.page, limit: list.limit, total: true },
        signal,
      }),
  })
  const division = list.filters.division
  const decided = list.filters.decided
  const counts = useQuery({
    queryKey: ['gaps', 'counts', division, decided],
    queryFn: ({ signal }) =>
      call('decide.gap.count', { query: given({ division, decided }), signal }),
  })
  const scan = useCommand(
    (area: string, key) => call('decide.gap.scan', { body: area ? { division: area } : {}, key }),
    { success: words.scanStarted, touches: [['jobs'], ['gaps']], onDone: () => jobs.show() },
  )
  const download = useCommand(
    (filters: typeof noFilters, key) => call('decide.gap.export', { body: given(filters), key }),
    { success: words.exportStarted, touches: [['jobs']], onDone: () => jobs.show() },
  )
  const every = useColumns()
  // Somebody who may claim lacks nothing: an empty column would push aside who acts.
  const lacking = query.data?.items.some((one) => one.missing.length > 0) ?? true
  const columns = useMemo(
    () => every.filter((column) => column.key !== 'missing' || lacking),
    [every, lacking],
  )
  const total = query.data?.total
  const programmes = useMemo(
    () => [...new Map(counts.data?.by_programme.map((one) => [one.programme.key, one.programme]))],
    [counts.data],
  )
  return (
    <Watermark>
      <Page
        title={words.title}
        note={words.hint}
        crumbs={[{ title: t.shell.menu.people }, { title: words.title }]}
        actions={
          may('decide.gap.scan') && (
            <Button
              type="primary"
              icon={<SearchOutlined />}
              loading={scan.pending}
              onClick={() =>
                modal.confirm({
                  title: words.scan,
                  content: words.scanText,
                  okText: t.common.confirm,
                  cancelText: t.common.cancel,
                  onOk: () => scan.run(division),
                })
              }
            >
              {words.scan}
            </Button>
          )
        }
      >
        {counts.data && <Counts counts={counts.data} onChoose={list.search} />}
        {counts.error && <Alert type="error" showIcon title={toProblem(counts.error).message} />}
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="kind" label={words.kind}>
            <Select
              allowClear
              options={Object.entries(t.assess.due).map(([value, label]) => ({ value, label }))}
            />
          </SearchField>
          <SearchField name="decided" label={words.decided}>
            <Select
              allowClear
              options={Object.entries(words.decides).map(([value, label]) => ({ value, label }))}
            />
          </SearchField>
          <SearchField name="programme" label={words.programme}>
            <Select
              allowClear
              options={programmes.map(([value, one]) => ({ value, label: word(one) }))}
            />
          </SearchField>
          <SearchField name="division" label={t.common.division}>
            <DivisionField />
          </SearchField>
        </SearchForm>
        <DataTable
          name="gaps"
          columns={columns}
          data={query.data}
          rowKey={(one) => `${one.household_id}.${one.programme.key}.${one.kind}`}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
          onOpen={(one) => navigate(`/households/${one.household_id}?tab=assessment`)}
          totals={
            total
              ? {
                  household: (
                    <>
                      <Count value={total.households ?? total.rows} /> {t.common.householdsShort}
                    </>
                  ),
                  persons: (
                    <>
                      <Count value={total.persons} /> {t.common.personsShort}
                    </>
                  ),
                  monthly: total.amount ? <Amount value={total.amount} exact /> : undefined,
                }
              : undefined
          }
          tools={
            may('decide.gap.export') && (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                disabled={!total?.rows}
                loading={download.pending}
                onClick={() => download.run(list.filters)}
              >
                {t.common.export}
              </Button>
            )
          }
        />
      </Page>
    </Watermark>
  )
}
