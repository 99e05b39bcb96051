import { Table } from 'antd'
import { Status } from '@/components/status'
import { useT, useWord } from '@/i18n'
import type { BatchAnswer } from './api'
import { type Ask, AskField } from './ask-field'
import type { Row } from './list'

type Result = BatchAnswer['results'][number]

interface Props {
  cases: Row[]
  asks: Map<string, Ask[]>
  value: (id: string, ask: Ask) => string
  onValue: (id: string, name: string, text: string) => void
  /** What the program said of each; empty before anything was checked. */
  results: Map<string, Result>
  finished: boolean
}

/** The cases of a batch: what is stated for each by itself, and what came of it. */
export function BatchTable({ cases, asks, value, onValue, results, finished }: Props) {
  const t = useT()
  const word = useWord()
  const facts = [...new Map([...asks.values()].flat().map((ask) => [ask.name, ask])).values()]
  const named = ({ name, en }: Ask) => word({ zh: name, en })
  const entry = (one: Row, name: string) => {
    const ask = asks.get(one.id)?.find((ask) => ask.name === name)
    if (!ask) return null
    if (finished) return value(one.id, ask)
    return (
      <AskField
        ask={ask}
        label={`${one.applicant} ${named(ask)}`}
        value={value(one.id, ask)}
        onChange={(text) => onValue(one.id, name, text)}
      />
    )
  }
  const state = (one: Row) => {
    const result = results.get(one.id)
    if (!result) return null
    if (result.done)
      return <Status tone="good">{finished ? t.cases.batch.done : t.cases.batch.ready}</Status>
    return (
      <>
        <Status tone="bad">{t.cases.batch.refused}</Status>{' '}
        {word({ zh: result.zh ?? '', en: result.en ?? '' })} {result.missing.join('、')}
      </>
    )
  }
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={cases}
      scroll={{ x: 'max-content', y: 280 }}
      columns={[
        {
          key: 'number',
          title: t.cases.number,
          className: 'num',
          render: (_, one) => results.get(one.id)?.number ?? one.number ?? t.cases.unnumbered,
        },
        { key: 'applicant', title: t.cases.applicant, dataIndex: 'applicant' },
        ...facts.map((fact) => ({
          key: fact.name,
          title: named(fact),
          width: 180,
          render: (_: unknown, one: Row) => entry(one, fact.name),
        })),
        ...(results.size > 0
          ? [
              {
                key: 'state',
                title: t.common.status,
                width: 320,
                render: (_: unknown, one: Row) => state(one),
              },
            ]
          : []),
      ]}
    />
  )
}
