import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Select, Space } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { apiUrl, download } from '@/api/request'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { MonthField } from '@/components/fields'
import { useNotify } from '@/components/notify'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { toPrinter } from '@/lib/printer'
import { formatTime, thisMonth } from '@/lib/time'
import { useCommand } from '@/lib/use-command'

type Due = components['schemas']['DueLetter']
const none = { month: '', document: '', division: '' }
type NewStack = components['schemas']['NewLetterBatch']

const key = (one: Due) => `${one.case}/${one.document}`

function print({ word: _word, ...body }: NewStack & { word: boolean }, key: string) {
  return call('decide.letter.batch', { body, key })
}

/** The letters of a month, printed in one stack. */
export default function LettersPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const notify = useNotify()
  const words = t.cases.stack
  const list = useListState(none)
  const [keys, setKeys] = useState<string[]>([])
  const [large, setLarge] = useState(false)
  const [fresh, setFresh] = useState(false)
  const month = list.filters.month || thisMonth()
  const query = useQuery({
    queryKey: ['letters', month, list.filters.division],
    queryFn: ({ signal }) =>
      call('decide.letter.due', {
        query: { month, ...given({ division: list.filters.division }) },
        signal,
      }),
  })
  const all = query.data?.items ?? []
  const kinds = [...new Map(all.map((one) => [one.document, word(one)]))]
  const rows = all.filter(
    (one) =>
      (!list.filters.document || one.document === list.filters.document) &&
      (!fresh || one.copies === 0),
  )
  const chosen = rows.filter((one) => keys.includes(key(one)))
  const mixed = new Set(chosen.map((one) => one.document)).size > 1
  const command = useCommand(print, {
    touches: [['letters'], ['cases', 'letters']],
    onDone: (made, asked) => {
      setKeys([])
      const path = `/letter-batches/${made.id}`
      const done = asked.word
        ? download(path, 'letters.docx', { format: 'docx' })
        : toPrinter(apiUrl(path))
      done.catch((error) => notify.problem(toProblem(error)))
    },
  })
  const run = (asWord: boolean) =>
    command.run({
      document: chosen[0]?.document ?? '',
      cases: chosen.map((one) => one.case),
      large,
      word: asWord,
    })
  const columns = useMemo<TableColumn<Due>[]>(
    () => [
      {
        key: 'case',
        title: words.caseNumber,
        fixedIn: true,
        className: 'num nowrap',
        render: (_v, d) => <Link to={`/cases/${d.case}`}>{d.case_number ?? '—'}</Link>,
      },
      { key: 'applicant', title: words.applicant, fixedIn: true, render: (_v, d) => d.applicant },
      { key: 'place', title: t.common.division, render: (_v, d) => d.division.full_name },
      { key: 'document', title: words.document, fixedIn: true, render: (_v, d) => word(d) },
      {
        key: 'due',
        title: words.due,
        className: 'num nowrap',
        render: (_v, d) => formatTime(d.due),
      },
      { key: 'number', title: words.number, className: 'num', render: (_v, d) => d.number ?? '' },
      { key: 'copies', title: words.copies, numeric: true, render: (_v, d) => d.copies },
    ],
    [t, words, word],
  )
  const busy = chosen.length === 0 || mixed
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: words.title }]}
    >
      <SearchForm values={{ ...list.filters, month }} onSearch={list.search} onReset={list.reset}>
        <SearchField name="month" label={words.month}>
          <MonthField allowClear={false} />
        </SearchField>
        <SearchField name="document" label={words.document}>
          <Select allowClear options={kinds.map(([value, label]) => ({ value, label }))} />
        </SearchField>
        <SearchField name="division" label={t.common.division}>
          <DivisionField />
        </SearchField>
      </SearchForm>
      {mixed && <Alert role="note" type="info" showIcon title={words.one} />}
      {query.data?.more && <Alert role="note" type="warning" showIcon title={words.more} />}
      <DataTable
        name="letters"
        columns={columns}
        data={rows}
        rowKey={key}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.empty}
        {...(may('decide.letter.batch')
          ? { chosen: { keys, choose: (next: string[]) => setKeys(next) } }
          : {})}
        tools={
          may('decide.letter.batch') && (
            <Space wrap>
              <Checkbox checked={fresh} onChange={(event) => setFresh(event.target.checked)}>
                {words.unprinted}
              </Checkbox>
              <Checkbox checked={large} onChange={(event) => setLarge(event.target.checked)}>
                {t.forms.large}
              </Checkbox>
              <Button
                size="small"
                disabled={busy}
                loading={command.pending}
                onClick={() => run(true)}
              >
                {words.word}
              </Button>
              <Button
                size="small"
                type="primary"
                icon={<PrinterOutlined />}
                disabled={busy}
                loading={command.pending}
                onClick={() => run(false)}
              >
                {words.print(chosen.length)}
              </Button>
            </Space>
          )
        }
      />
    </Page>
  )
}
