import { Checkbox, Empty } from 'antd'
import { memo, useMemo, useState } from 'react'
import type { Simulation, SimulationCost, SimulationProgramme } from '@/api/contract'
import { Amount, AmountChange } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Panel } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'
import { Bars, People } from './figures'

interface Row {
  key: string
  name: string
  side: SimulationProgramme['side']
}

function useColumns(title: string): TableColumn<Row>[] {
  const t = useT()
  const words = t.simulate
  return useMemo(() => {
    const people = (
      key: 'entering' | 'leaving' | 'raised' | 'lowered' | 'possible',
    ): TableColumn<Row> => ({
      key,
      title: words[key],
      numeric: true,
      render: (_v, one) => <People sums={one.side[key]} />,
    })
    return [
      { key: 'name', title, fixedIn: true, render: (_v, one) => <b>{one.name}</b> },
      {
        key: 'before',
        title: words.before,
        numeric: true,
        render: (_v, one) => (
          <>
            <Amount value={one.side.baseline.monthly} />
            <div className="faint">
              <People sums={one.side.baseline} />
            </div>
          </>
        ),
      },
      {
        key: 'after',
        title: words.after,
        numeric: true,
        render: (_v, one) => (
          <>
            <Amount value={one.side.variant.monthly} />
            <div className="faint">
              <People sums={one.side.variant} />
            </div>
          </>
        ),
      },
      {
        key: 'difference',
        title: words.difference,
        numeric: true,
        fixedIn: true,
        render: (_v, one) => (
          <AmountChange now={one.side.variant.monthly} before={one.side.baseline.monthly} />
        ),
      },
      people('entering'),
      people('leaving'),
      people('raised'),
      people('lowered'),
      people('possible'),
      {
        key: 'coverage',
        title: words.coverage,
        numeric: true,
        render: (_v, one) => (
          <span title={words.coverageHint} className="num">
            {formatCount(one.side.gap_baseline.households)} →{' '}
            {formatCount(one.side.gap_variant.households)}
          </span>
        ),
      },
    ]
  }, [title, words])
}

function Funds({ funds }: { funds: SimulationCost[] }) {
  const t = useT()
  const word = useWord()
  const words = t.simulate
  const columns: TableColumn<SimulationCost>[] = [
    { key: 'fund', title: words.fund, fixedIn: true, render: (_v, one) => word(one.name) },
    {
      key: 'before',
      title: words.before,
      numeric: true,
      render: (_v, one) => <Amount value={one.baseline} />,
    },
    {
      key: 'after',
      title: words.after,
      numeric: true,
      render: (_v, one) => <Amount value={one.variant} />,
    },
    {
      key: 'difference',
      title: words.difference,
      numeric: true,
      render: (_v, one) => <AmountChange now={one.variant} before={one.baseline} />,
    },
  ]
  return (
    <DataTable
      name="simulation-funds"
      columns={columns}
      data={funds}
      rowKey={(one) => one.name.key}
      numbered={false}
    />
  )
}

/** What came out by programme, place and fund; drawn again only when that changes. */
export const Result = memo(function Result({ answer }: { answer: Simulation }) {
  const t = useT()
  const word = useWord()
  const words = t.simulate
  const [all, setAll] = useState(false)
  const programmes = answer.programmes
    .filter((one) => all || one.side.differs)
    .map((one) => ({ key: one.programme.key, name: word(one.programme), side: one.side }))
  const places = answer.divisions.map((one) => ({
    key: one.division.code,
    name: one.division.name,
    side: one.side,
  }))
  const byProgramme = useColumns(words.programme)
  const byPlace = useColumns(t.common.division)
  return (
    <>
      <Panel
        title={words.byProgramme}
        extra={
          <Checkbox checked={!all} onChange={(event) => setAll(!event.target.checked)}>
            {words.onlyChanged}
          </Checkbox>
        }
      >
        <DataTable
          name="simulation-programmes"
          columns={byProgramme}
          data={programmes}
          rowKey={(one) => one.key}
          numbered={false}
          empty={<Empty description={words.nothing} />}
        />
      </Panel>
      {places.length > 0 && (
        <Panel title={words.byDivision}>
          {places.length > 1 && <Bars places={answer.divisions} />}
          <DataTable
            name="simulation-divisions"
            columns={byPlace}
            data={places}
            rowKey={(one) => one.key}
          />
        </Panel>
      )}
      {answer.funds.length > 0 && (
        <Panel title={words.byFund}>
          <Funds funds={answer.funds} />
        </Panel>
      )}
    </>
  )
})
