import { Checkbox, Empty } from 'antd'
import { useMemo, useState } from 'react'
import type {
  Simulation,
  SimulationCost,
  SimulationDivision,
  SimulationProgramme,
  SimulationSums,
} from '@/api/contract'
import { Amount, AmountChange } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Panel } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { formatCount, toFen } from '@/lib/money'
import styles from './simulate.module.css'

/** 户 and 人 side by side; nobody stays blank. */
function People({ sums }: { sums: SimulationSums }) {
  const t = useT()
  if (sums.households === 0 && sums.persons === 0) return <span className="faint">—</span>
  return (
    <span className="num">
      {formatCount(sums.households)} {t.common.householdsShort} {formatCount(sums.persons)}{' '}
      {t.common.personsShort}
    </span>
  )
}

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

function Figures({ answer }: { answer: Simulation }) {
  const t = useT()
  const words = t.simulate
  const { all } = answer
  return (
    <dl className={styles.figures}>
      <div className={styles.figure}>
        <dt>{`${words.monthly} · ${words.before}`}</dt>
        <dd>
          <Amount value={all.baseline.monthly} />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>{`${words.monthly} · ${words.after}`}</dt>
        <dd>
          <Amount value={all.variant.monthly} />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>{words.difference}</dt>
        <dd data-testid="difference">
          <AmountChange now={all.variant.monthly} before={all.baseline.monthly} />
        </dd>
      </div>
      {(['entering', 'leaving', 'raised', 'lowered'] as const).map((key) => (
        <div key={key} className={styles.figure}>
          <dt>{words[key]}</dt>
          <dd>
            <People sums={all[key]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Width of a bar in percent; money is compared as whole fen. */
function share(amount: string, most: bigint): string {
  const fen = toFen(amount) ?? 0n
  return most > 0n ? `${Number((fen * 1000n) / most) / 10}%` : '0'
}

/** Both sides of every place as two bars, the figures beside them. */
function Bars({ places }: { places: SimulationDivision[] }) {
  const most = places.reduce((found, one) => {
    const sides = [one.side.baseline.monthly, one.side.variant.monthly]
    return sides.reduce((top, text) => {
      const fen = toFen(text) ?? 0n
      return fen > top ? fen : top
    }, found)
  }, 0n)
  return (
    <div className={styles.bars}>
      {places.map((one) => (
        <div key={one.division.code} className={styles.bar}>
          <span title={one.division.full_name}>{one.division.name}</span>
          <div className={styles.tracks} aria-hidden>
            <div
              className={styles.track}
              style={{ width: share(one.side.baseline.monthly, most) }}
            />
            <div
              className={`${styles.track} ${styles.trackAfter}`}
              style={{ width: share(one.side.variant.monthly, most) }}
            />
          </div>
          <span>
            <Amount value={one.side.variant.monthly} />{' '}
            <AmountChange now={one.side.variant.monthly} before={one.side.baseline.monthly} />
          </span>
        </div>
      ))}
    </div>
  )
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

/** What came out: sums, programmes, places, funds. */
export function Result({ answer }: { answer: Simulation }) {
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
      <Panel title={words.result}>
        <Figures answer={answer} />
      </Panel>
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
          <Bars places={answer.divisions} />
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
}
