import { useQuery } from '@tanstack/react-query'
import { Button, Space } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import styles from '@/features/cases/cases.module.css'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { ChangeDialog } from './change-dialog'
import { PostDialog } from './post-dialog'

type Line = components['schemas']['BoardLine']

const noFilters = { division: '', state: '' }
const tones = { to_post: 'wait', hanging: 'good', objected: 'bad', over: 'done' } as const

/** What the lists show, as name and text. */
function shows(line: Line): [string, string][] {
  const all = Object.entries(line.shows as Record<string, unknown>)
  return all.map(([name, value]) => [name, value == null ? '' : String(value)])
}

/** The lists on paper, one village a page, for the board outside. */
function Sheets({ lines }: { lines: Line[] }) {
  const t = useT()
  const villages = new Map<string, Line[]>()
  for (const line of lines) {
    villages.set(line.division.full_name, [...(villages.get(line.division.full_name) ?? []), line])
  }
  return (
    <div className={styles.sheet}>
      {[...villages].map(([village, rows]) => (
        <section key={village}>
          <h2>{t.cases.board.sheet(village)}</h2>
          <table>
            <thead>
              <tr>
                {shows(rows[0] as Line).map(([name]) => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((line) => (
                <tr key={line.case}>
                  {shows(line).map(([name, text]) => (
                    <td key={name}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p>{t.cases.board.sheetNote}</p>
        </section>
      ))}
    </div>
  )
}

/** What hangs in which village, since when and until when. */
export default function PublicityPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const words = t.cases.board
  const list = useListState(noFilters)
  const query = useQuery({
    queryKey: ['publicity', list.filters],
    queryFn: ({ signal }) => call('decide.publicity.list', { query: given(list.filters), signal }),
  })
  const [doing, setDoing] = useState<{ what: 'post' | 'object'; list: Line } | null>(null)
  const close = () => setDoing(null)
  const mayAct = may('decide.case.act')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Line>[]>(
    () => [
      {
        key: 'state',
        title: words.state,
        fixedIn: true,
        render: (_v, line) => (
          <Status tone={tones[line.state as keyof typeof tones] ?? 'plain'}>
            {wordFor(words.states, line.state)}
          </Status>
        ),
      },
      {
        key: 'left',
        title: words.left,
        className: 'num',
        render: (_v, line) => (line.left == null ? '' : words.days(line.left)),
      },
      { key: 'division', title: t.common.division, render: (_v, line) => line.division.full_name },
      {
        key: 'number',
        title: t.cases.number,
        className: 'num',
        render: (_v, line) => <Link to={`/cases/${line.case}`}>{line.number}</Link>,
      },
      { key: 'procedure', title: t.cases.procedure, render: (_v, line) => word(line) },
      {
        key: 'shows',
        title: words.shows,
        render: (_v, line) =>
          shows(line)
            .filter(([name]) => name !== '申请项目')
            .map(([name, text]) => `${name} ${text}`)
            .join('；'),
      },
      { key: 'place', title: words.place, render: (_v, line) => wordFor(words.places, line.place) },
      { key: 'on', title: words.on, className: 'num', render: (_v, line) => line.on },
      { key: 'until', title: words.until, className: 'num', render: (_v, line) => line.until },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, line) => (
          <Space>
            {mayAct && line.state === 'hanging' && (
              <Button size="small" onClick={() => setDoing({ what: 'object', list: line })}>
                {words.object}
              </Button>
            )}
            {mayAct && line.state === 'to_post' && (
              <Button size="small" onClick={() => setDoing({ what: 'post', list: line })}>
                {words.post}
              </Button>
            )}
          </Space>
        ),
      },
    ],
    [t, words, mayAct],
  )
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: words.title }]}
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="state" label={words.state}>
          <ChoiceField choices={words.states} />
        </SearchField>
        <SearchField name="division" label={t.common.division}>
          <DivisionField />
        </SearchField>
      </SearchForm>
      <div className="no-print">
        <DataTable
          name="publicity"
          columns={columns}
          data={query.data}
          rowKey={(line) => `${line.case}/${line.step}`}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          empty={words.empty}
          tools={
            <Button
              size="small"
              disabled={!query.data || query.data.length === 0}
              onClick={() => window.print()}
            >
              {words.print}
            </Button>
          }
        />
      </div>
      <Sheets lines={query.data ?? []} />
      {doing?.what === 'post' && <PostDialog list={doing.list} onClose={close} />}
      {doing?.what === 'object' && <ChangeDialog what="object" list={doing.list} onClose={close} />}
    </Page>
  )
}
