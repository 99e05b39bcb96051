import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { download } from '@/api/request'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { useCommand } from '@/lib/use-command'
import { type Finding, useChecks, useFindings } from './api'
import { findingTones, severityTones } from './tones'

function useColumns(): TableColumn<Finding>[] {
  const t = useT()
  const word = useWord()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(() => {
    const words = t.verify
    return [
      {
        key: 'name',
        title: words.name,
        fixedIn: true,
        render: (_v, one) => <Link to={`/findings/${one.id}`}>{one.name}</Link>,
      },
      {
        key: 'household',
        title: words.household,
        className: 'num',
        render: (_v, one) => one.household_number,
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      { key: 'check', title: words.check, render: (_v, one) => word(one.check) },
      {
        key: 'severity',
        title: words.severity,
        render: (_v, one) => (
          <Status tone={severityTones[one.severity] ?? 'plain'}>
            {wordFor(words.severities, one.severity)}
          </Status>
        ),
      },
      {
        key: 'says',
        title: words.says,
        render: (_v, one) => (one.name_differs ? `${word(one)} · ${words.nameDiffers}` : word(one)),
      },
      { key: 'as_of', title: words.asOf, className: 'num', render: (_v, one) => one.as_of },
      {
        key: 'change',
        title: words.change,
        render: (_v, one) => wordFor(words.changes, one.change),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={findingTones[one.status] ?? 'plain'}>
            {wordFor(words.findingStatuses, one.status)}
          </Status>
        ),
      },
    ]
  }, [t])
}

/** Findings with their filters: all of the office, or those of one run. */
export function FindingsTable({ run }: { run?: string }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.verify
  const list = useListState({ purpose: '', check: '', severity: '', status: '', change: '' })
  const filters = useMemo(
    () => (run ? { ...list.filters, run } : list.filters),
    [run, list.filters],
  )
  const query = useFindings(filters, list.page, list.limit)
  const checks = useChecks()
  const columns = useColumns()
  const choices = Object.fromEntries(
    (checks.data?.items ?? []).map((one) => [one.check.key, word(one.check)]),
  )
  const file = useCommand((chosen: Record<string, string>) =>
    download('/findings.csv', `${words.findings}.csv`, given(chosen)),
  )
  const total = query.data?.total
  return (
    <>
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        {!run && (
          <SearchField name="purpose" label={words.purpose}>
            <ChoiceField choices={words.purposeNames} />
          </SearchField>
        )}
        <SearchField name="check" label={words.check}>
          <ChoiceField choices={choices} />
        </SearchField>
        <SearchField name="severity" label={words.severity}>
          <ChoiceField choices={words.severities} />
        </SearchField>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={words.findingStatuses} />
        </SearchField>
        <SearchField name="change" label={words.change}>
          <ChoiceField choices={words.changes} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="findings"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/findings/${one.id}`)}
        empty={words.noFindings}
        tools={
          <>
            {total && (
              <span className="faint num">
                {words.size(total.households ?? 0, total.persons ?? 0)}
              </span>
            )}
            {may('verify.result.export') && (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                loading={file.pending}
                onClick={() => file.run(filters)}
              >
                {words.export}
              </Button>
            )}
          </>
        }
      />
    </>
  )
}
