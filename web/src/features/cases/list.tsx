import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField, ProgrammeField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { noFilters, useCases } from './api'
import { BatchDialog } from './batch-dialog'
import { HandOverDialog } from './hand-over-dialog'
import { DaysLeft, LampBar, LampMark } from './lamps'

export type Row = components['schemas']['CaseRow']
type Wait = components['schemas']['CaseWait']

/** Who is to do what next: the step, and the officer or the roles it waits for. */
function Waits({ waits }: { waits: Wait[] }) {
  const t = useT()
  const word = useWord()
  return (
    <>
      {waits.map((wait) => (
        <div key={wait.step}>
          {word(wait)}
          <span className="faint">
            {' · '}
            {wait.handler
              ? t.cases.inHands(wait.handler.name)
              : wait.roles
                  .filter((role) => role !== 'system')
                  .map((role) => wordFor(t.cases.roles, role))
                  .join(' / ')}
          </span>
        </div>
      ))}
    </>
  )
}

function useColumns(): TableColumn<Row>[] {
  const t = useT()
  const word = useWord()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(
    () => [
      {
        key: 'lamp',
        title: t.cases.lamp,
        fixedIn: true,
        render: (_v, one) => (one.status === 'open' ? <LampMark lamp={one.lamp} /> : null),
      },
      {
        key: 'number',
        title: t.cases.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => (
          <Link to={`/cases/${one.id}`}>{one.number ?? t.cases.unnumbered}</Link>
        ),
      },
      { key: 'applicant', title: t.cases.applicant, render: (_v, one) => one.applicant },
      {
        key: 'procedure',
        title: t.cases.procedure,
        render: (_v, one) => wordFor(t.cases.procedures, one.procedure),
      },
      { key: 'waits', title: t.cases.waits, render: (_v, one) => <Waits waits={one.waits} /> },
      {
        key: 'next',
        title: t.cases.next,
        render: (_v, one) =>
          one.next ? (
            <>
              <DaysLeft next={one.next} />
              <div className="faint">{word(one.next)}</div>
            </>
          ) : one.unknown_year ? (
            <span className="faint">{t.cases.unknownYear}</span>
          ) : null,
      },
      { key: 'due', title: t.cases.due, numeric: true, render: (_v, one) => one.due },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'accepted',
        title: t.cases.accepted,
        numeric: true,
        render: (_v, one) => one.accepted_on,
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status === 'open' ? 'proposed' : 'closed')}>
            {one.result
              ? wordFor(t.cases.results, one.result)
              : wordFor(t.cases.statuses, one.status)}
          </Status>
        ),
      },
    ],
    [t],
  )
}

/** The to-do of an officer: by lamp, by what waits for whom, one by one or many at once. */
export default function CasesPage() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState(noFilters)
  const query = useCases(list.filters, list.page, list.limit)
  const columns = useColumns()
  const [chosen, setChosen] = useState<Row[]>([])
  const [dialog, setDialog] = useState<'batch' | 'hand_over' | null>(null)
  const close = () => {
    setDialog(null)
    setChosen([])
  }
  return (
    <Page
      title={t.cases.title}
      note={t.cases.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: t.cases.title }]}
    >
      <LampBar filters={list.filters} choose={(lamp) => list.search({ lamp })} />
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="number" label={t.cases.number}>
          <Input allowClear />
        </SearchField>
        <SearchField name="mine" label={t.cases.whose}>
          <ChoiceField choices={t.cases.mine} />
        </SearchField>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={t.cases.statuses} />
        </SearchField>
        <SearchField name="step" label={t.cases.waits}>
          <ChoiceField choices={t.cases.steps} />
        </SearchField>
        <SearchField name="programme" label={t.common.programme}>
          <ProgrammeField />
        </SearchField>
        <SearchField name="division" label={t.common.division}>
          <DivisionField />
        </SearchField>
      </SearchForm>
      <DataTable
        name="cases"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/cases/${one.id}`)}
        chosen={{
          keys: chosen.map((one) => one.id),
          choose: (_keys, rows) => setChosen(rows.filter((one) => one.status === 'open')),
        }}
        tools={
          chosen.length > 0 && (
            <>
              <span className="muted">{t.cases.chosen(chosen.length)}</span>
              {may('decide.case.batch') && (
                <Button size="small" type="primary" onClick={() => setDialog('batch')}>
                  {t.cases.batch.open}
                </Button>
              )}
              {may('decide.case.hand_over') && (
                <Button size="small" onClick={() => setDialog('hand_over')}>
                  {t.cases.handOver.open}
                </Button>
              )}
            </>
          )
        }
      />
      {dialog === 'batch' && <BatchDialog cases={chosen} onClose={close} />}
      {dialog === 'hand_over' && (
        <HandOverDialog cases={chosen.map((one) => one.id)} onClose={close} />
      )}
    </Page>
  )
}
