import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { TaskLamp } from '@/features/tasks/task-title'
import { useSpeech, useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatCount } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import {
  type Clue,
  type ClueFilters,
  exportClues,
  noClueFilters,
  useClues,
  useOversightWords,
  useRuns,
} from './api'
import { ClueDialog, type ClueVerb } from './clue-dialogs'
import styles from './oversight.module.css'
import { clueTone } from './tones'

function useColumns(): TableColumn<Clue>[] {
  const t = useT()
  const word = useWord()
  const { language } = useSpeech()
  const words = t.oversight.clue
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(
    () => [
      {
        key: 'number',
        title: words.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/clues/${one.id}`}>{one.number}</Link>,
      },
      { key: 'name', title: t.common.name, fixedIn: true, render: (_v, one) => one.name },
      { key: 'id', title: t.common.idNumber, className: 'num', render: (_v, one) => one.id_number },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      { key: 'kind', title: words.kind, render: (_v, one) => word(one.kind) },
      { key: 'check', title: words.check, render: (_v, one) => word(one.check) },
      {
        key: 'what',
        title: words.what,
        render: (_v, one) => (
          <span style={{ display: 'inline-block', maxWidth: 340, whiteSpace: 'normal' }}>
            {language === 'zh' ? one.zh : one.en}
          </span>
        ),
      },
      { key: 'department', title: words.department, render: (_v, one) => one.department },
      {
        key: 'severity',
        title: words.severity,
        render: (_v, one) => wordFor(words.severities, one.severity),
      },
      { key: 'office', title: words.office, render: (_v, one) => one.office?.name },
      {
        key: 'due',
        title: words.due,
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
        render: (_v, one) => <Status tone={clueTone(one.status.key)}>{word(one.status)}</Status>,
      },
      {
        key: 'answer',
        title: words.result,
        render: (_v, one) =>
          one.answer && (
            <>
              {wordFor(words.answers, one.answer)}{' '}
              <span className="faint">{word(one.conclusion)}</span>
            </>
          ),
      },
    ],
    [t],
  )
}

/** Clues with filters; one or all of a filter are assigned, answered and confirmed. */
export default function CluesPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState<ClueFilters>(noClueFilters)
  const query = useClues(list.filters, list.page, list.limit)
  const known = useOversightWords()
  const runs = useRuns({ purpose: 'supervision' }, 1, 100)
  const columns = useColumns()
  const [selected, setSelected] = useState<string[]>([])
  const [verb, setVerb] = useState<ClueVerb | null>(null)
  const words = t.oversight.clue
  const exporting = useCommand((format: string) => exportClues(list.filters, format))
  const ready = selected.length > 0 || list.filters.run !== ''
  const verbs: [ClueVerb, boolean][] = [
    ['assign', may('oversight.clue.assign')],
    ['answer', may('oversight.clue.answer')],
    ['confirm', may('oversight.clue.confirm')],
    ['sendBack', may('oversight.clue.return')],
  ]
  return (
    <Watermark>
      <Page
        title={words.title}
        note={words.note}
        crumbs={[{ title: t.shell.menu.oversight }, { title: words.title }]}
      >
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="q" label={words.q}>
            <Input allowClear />
          </SearchField>
          <SearchField name="run" label={words.run}>
            <ChoiceField
              choices={Object.fromEntries(
                runs.data?.items.map((one) => [one.id, `${one.title} ${one.number}`]) ?? [],
              )}
            />
          </SearchField>
          <SearchField name="status" label={t.common.status}>
            <ChoiceField choices={words.statuses} />
          </SearchField>
          <SearchField name="answer" label={words.result}>
            <ChoiceField choices={words.answers} />
          </SearchField>
          <SearchField name="kind" label={words.kind}>
            <ChoiceField
              choices={Object.fromEntries(known.data?.kinds.map((k) => [k.key, word(k)]) ?? [])}
            />
          </SearchField>
          <SearchField name="division" label={t.common.division}>
            <DivisionField />
          </SearchField>
          <SearchField name="overdue" label={words.overdueOnly}>
            <ChoiceField choices={words.overdueChoices} />
          </SearchField>
        </SearchForm>
        <DataTable
          name="oversight-clues"
          columns={columns}
          data={query.data}
          rowKey={(one) => one.id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
          onOpen={(one) => navigate(`/clues/${one.id}`)}
          chosen={{ keys: selected, choose: setSelected }}
          tools={
            <div className={styles.bar}>
              <span className="faint">
                {selected.length > 0
                  ? words.selected(formatCount(selected.length))
                  : list.filters.run
                    ? words.allOf
                    : ''}
              </span>
              {verbs
                .filter(([, allowed]) => allowed)
                .map(([key]) => (
                  <Button key={key} size="small" disabled={!ready} onClick={() => setVerb(key)}>
                    {words[key]}
                  </Button>
                ))}
              {may('oversight.clue.export') && (
                <Dropdown
                  menu={{
                    items: [
                      { key: 'xlsx', label: words.export },
                      { key: 'csv', label: words.exportCsv },
                    ],
                    onClick: ({ key }) => exporting.run(key),
                  }}
                >
                  <Button size="small" icon={<DownloadOutlined />} loading={exporting.pending}>
                    {t.common.export}
                  </Button>
                </Dropdown>
              )}
            </div>
          }
        />
        {verb && (
          <ClueDialog
            verb={verb}
            ids={selected}
            filters={list.filters}
            onClose={() => setVerb(null)}
            onDone={() => {
              setVerb(null)
              setSelected([])
            }}
          />
        )}
      </Page>
    </Watermark>
  )
}
