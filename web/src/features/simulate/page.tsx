import { FileAddOutlined, ReloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Select, Spin } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { call } from '@/api/client'
import type { Simulation, SimulationRequest } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay, useMe } from '@/auth/session'
import { DivisionField } from '@/components/division-field'
import { DateField, useProgrammes } from '@/components/fields'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { Watermark } from '@/components/watermark'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'
import { formatTime, today } from '@/lib/time'
import { type Change, Changes, useChoices } from './changes'
import { Draft } from './draft'
import { Families } from './families'
import { Figures } from './figures'
import { Result } from './result'
import styles from './simulate.module.css'
import { isFormula } from './values'

/**
 * The latest value, handed on whenever nothing is under way: the first key is answered at once, and
 * while the server works only the last of the others waits.
 */
function useLatest<T>(value: T, busy: boolean): T {
  const [sent, setSent] = useState(value)
  useEffect(() => {
    if (!busy) setSent(value)
  }, [value, busy])
  return sent
}

/** A value once it has stayed the same for a moment. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

interface Trial {
  place: string
  on: string
  programmes: string[]
  changes: Change[]
}

/** A trial as its address says it, so that a link, a reload and the way back show the same. */
function trialOf(params: URLSearchParams): Trial {
  return {
    place: params.get('place') ?? '',
    on: params.get('on') ?? today(),
    programmes: params.getAll('programme'),
    changes: params.getAll('set').map((text) => {
      const at = text.indexOf('=')
      return { name: text.slice(0, at), value: text.slice(at + 1) }
    }),
  }
}

function addressOf(trial: Trial, release: string): URLSearchParams {
  const params = new URLSearchParams({ on: trial.on })
  if (release) params.set('release', release)
  if (trial.place) params.set('place', trial.place)
  for (const key of trial.programmes) params.append('programme', key)
  for (const one of trial.changes) params.append('set', `${one.name}=${one.value}`)
  return params
}

function requestOf({ place, on, programmes, changes }: Trial, release: string): SimulationRequest {
  const written = changes.filter((one) => one.value.trim() !== '')
  return {
    on,
    programmes,
    ...(place ? { place } : {}),
    ...(release ? { release } : {}),
    changes: release ? [] : written.map(({ name, value }) => ({ name, value: value.trim() })),
  }
}

/** Where, when and for which programmes. */
function Scope({ trial, put }: { trial: Trial; put: (part: Partial<Trial>) => void }) {
  const words = useT().simulate
  const word = useWord()
  const me = useMe()
  const programmes = useProgrammes()
  return (
    <div className={styles.scope}>
      <div>
        <label htmlFor="simulation-place">{words.place}</label>
        <DivisionField
          id="simulation-place"
          placeholder={words.ownArea(me.division.name)}
          value={trial.place}
          onChange={(place) => put({ place })}
        />
      </div>
      <div>
        <label htmlFor="simulation-on">{words.on}</label>
        <DateField
          id="simulation-on"
          value={trial.on}
          allowClear={false}
          onChange={(day) => put({ on: day || today() })}
        />
      </div>
      <div className={styles.wide}>
        <label htmlFor="simulation-programmes">{words.programmes}</label>
        <Select
          id="simulation-programmes"
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder={words.every}
          showSearch={{ optionFilterProp: 'label' }}
          value={trial.programmes}
          onChange={(keys: string[]) => put({ programmes: keys })}
          style={{ width: '100%' }}
          options={programmes.data?.items.map((one) => ({ value: one.key, label: word(one) }))}
        />
      </div>
    </div>
  )
}

/** Of whom the figures speak, and since when. */
function Read({ answer, busy, again }: { answer: Simulation; busy: boolean; again: () => void }) {
  const words = useT().simulate
  return (
    <div className={styles.read}>
      <span>{words.counted(formatCount(answer.households), formatCount(answer.persons))}</span>
      <span>{words.readAt(formatTime(answer.read_at))}</span>
      <Button size="small" icon={<ReloadOutlined />} onClick={again}>
        {words.again}
      </Button>
      {busy && <Spin size="small" delay={400} />}
      {answer.unreadable > 0 && <span>{words.unreadable(formatCount(answer.unreadable))}</span>}
      {!answer.with_awards && <span>{words.noAwards}</span>}
    </div>
  )
}

/** Other values tried out on the families on record, while one types. */
export default function SimulatePage() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const words = t.simulate
  const [params, setParams] = useSearchParams()
  const release = params.get('release') ?? ''
  const [trial, setTrial] = useState<Trial>(() => trialOf(params))
  const [drafting, setDrafting] = useState(false)
  const put = (part: Partial<Trial>) => setTrial((now) => ({ ...now, ...part }))
  const latest = useLatest(trial, useIsFetching({ queryKey: ['simulation'] }) > 0)
  const simulation = useMemo(() => requestOf(latest, release), [latest, release])
  const settled = useSettled(trial, 300)
  useEffect(() => {
    setParams(addressOf(latest, release), { replace: true })
  }, [latest, release, setParams])
  const query = useQuery({
    queryKey: ['simulation', simulation],
    queryFn: ({ signal }) => call('decide.simulation.run', { body: simulation, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const again = async () => {
    const fresh = await call('decide.simulation.run', { body: { ...simulation, fresh: true } })
    client.setQueryData(['simulation', simulation], fresh)
    await client.invalidateQueries({ queryKey: ['simulation-families'] })
  }
  const problem = query.error ? toProblem(query.error) : null
  const atField = problem?.document.errors.some((error) => error.pointer?.startsWith('/changes/'))
  const answer = query.data
  // The figures are painted first, the tables after them.
  const tabled = useDeferredValue(answer)
  const written = simulation.changes ?? []
  const choices = useChoices(trial.place, trial.on)
  const formula = written.some((one) => isFormula(choices.known.get(one.name)?.kind))
  return (
    <Watermark>
      <Page
        title={words.title}
        note={words.hint}
        crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}
        actions={
          may('policy.release.amend') &&
          !release && (
            <Button
              type="primary"
              icon={<FileAddOutlined />}
              disabled={written.length === 0 || formula || problem !== null}
              onClick={() => setDrafting(true)}
            >
              {words.draft}
            </Button>
          )
        }
      >
        {release && (
          <Alert
            role="note"
            type="info"
            showIcon
            title={
              <Link to={`/releases/${release}`}>{words.comparing(answer?.against ?? '…')}</Link>
            }
          />
        )}
        <div className={styles.desk}>
          <Panel title={release ? words.place : words.changes}>
            <Scope trial={trial} put={put} />
            {!release && (
              <>
                <p className="muted">{words.changesHint}</p>
                <Changes
                  choices={choices}
                  changes={trial.changes}
                  problem={problem}
                  onChange={(changes) => put({ changes })}
                />
              </>
            )}
          </Panel>
          <Panel
            title={words.result}
            extra={
              answer &&
              written.length === 0 &&
              !release && <span className="muted">{words.noChange}</span>
            }
          >
            {problem && !atField && <ProblemAlert problem={problem} />}
            {answer && (
              <>
                <Figures answer={answer} />
                <Read answer={answer} busy={query.isFetching} again={() => void again()} />
              </>
            )}
            {!answer && query.isFetching && <Spin />}
            {!answer && atField && <p className="muted">{words.mend}</p>}
          </Panel>
        </div>
        {tabled && (
          <>
            <Result answer={tabled} />
            {tabled.all.differs && may('decide.simulation.families') && (
              <Families simulation={simulation} ready={!query.isFetching && settled === latest} />
            )}
          </>
        )}
        {drafting && (
          <Draft place={trial.place} changes={written} onClose={() => setDrafting(false)} />
        )}
      </Page>
    </Watermark>
  )
}
