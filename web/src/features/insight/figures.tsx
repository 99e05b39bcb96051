import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '@/api/client'
import { given } from '@/api/given'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DateField } from '@/components/fields'
import { Page } from '@/components/page'
import { type Language, useSpeech } from '@/i18n'
import { formatCount } from '@/lib/money'
import { lastDayOf, today } from '@/lib/time'
import styles from './figures.module.css'
import { type FigureRow, flatten } from './flatten'
import { figureTitle, partName } from './names'

function Numbers({ pairs }: { pairs: FigureRow['values'] }) {
  const { language } = useSpeech()
  return (
    <span className={styles.numbers}>
      {pairs.map(([name, value]) => (
        <span key={name} className="num">
          {name && <span className="faint">{partName(name, language)} </span>}
          {/^\d+$/.test(value) ? formatCount(Number(value)) : value}
        </span>
      ))}
    </span>
  )
}

function nameOf(row: FigureRow, language: Language): string {
  return row.depth === 0 ? figureTitle(row.number, language) : partName(row.item, language)
}

/** The day of the figures that are whole: the last of the latest closed month; today before that. */
function useLatestDay() {
  const query = useQuery({
    queryKey: ['month-ends'],
    queryFn: ({ signal }) => call('insight.month_end.list', { signal }),
  })
  const latest = query.data?.items
    .map((one) => one.month)
    .sort()
    .at(-1)
  const day = latest ? lastDayOf(latest) : today()
  return { known: !query.isPending, day: day < today() ? day : today() }
}

export default function FiguresPage() {
  const { t, language } = useSpeech()
  const words = t.insight
  const [chosen, setChosen] = useState<string | null>(null)
  const latest = useLatestDay()
  const on = chosen ?? latest.day
  const [text, setText] = useState('')
  const [different, setDifferent] = useState(false)
  const query = useQuery({
    queryKey: ['figures', on],
    enabled: chosen !== null || latest.known,
    queryFn: ({ signal }) => call('insight.figures.get', { query: given({ on }), signal }),
  })
  const rows = useMemo(() => {
    const all = query.data ? flatten(query.data) : []
    return all.filter(
      (row) =>
        (!different || row.fault !== null || row.printed.length > 0) &&
        (text === '' ||
          [row.number, row.item, nameOf(row, language)].some((one) =>
            one.toUpperCase().includes(text.toUpperCase()),
          )),
    )
  }, [query.data, text, different, language])
  const columns = useMemo<TableColumn<FigureRow>[]>(
    () => [
      {
        key: 'number',
        title: words.figureNo,
        fixedIn: true,
        className: 'num',
        render: (_v, row) => (row.depth === 0 ? <b>{row.number}</b> : ''),
      },
      {
        key: 'item',
        title: words.item,
        fixedIn: true,
        render: (_v, row) => (
          <span style={{ paddingLeft: row.depth * 16 }}>{nameOf(row, language)}</span>
        ),
      },
      { key: 'value', title: words.value, render: (_v, row) => <Numbers pairs={row.values} /> },
      {
        key: 'printed',
        title: words.printed,
        render: (_v, row) => <Numbers pairs={row.printed} />,
      },
      {
        key: 'fault',
        title: words.fault,
        render: (_v, row) => row.fault && <Tag color="orange">{row.fault}</Tag>,
      },
    ],
    [words, language],
  )
  return (
    <Page
      title={words.figures}
      note={words.figuresHint}
      crumbs={[{ title: t.shell.menu.insight }, { title: words.figures }]}
      actions={
        <div style={{ width: 150 }}>
          <DateField
            aria-label={words.onDate}
            placeholder={words.onDate}
            value={on}
            onChange={setChosen}
          />
        </div>
      }
    >
      <DataTable
        numbered={false}
        name="figures"
        columns={columns}
        data={rows}
        rowKey={(row) => row.key}
        loading={query.isFetching || !latest.known}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        rowClassName={(row) => (row.depth === 0 ? (styles.top ?? '') : '')}
        tools={
          <search className={styles.tools}>
            <Input.Search
              size="small"
              allowClear
              placeholder={words.findFigure}
              aria-label={words.findFigure}
              onSearch={(value) => setText(value.trim())}
              style={{ width: 200 }}
            />
            <Checkbox checked={different} onChange={(event) => setDifferent(event.target.checked)}>
              {words.onlyDifferent}
            </Checkbox>
          </search>
        }
      />
    </Page>
  )
}
