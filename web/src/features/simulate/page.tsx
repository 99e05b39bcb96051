import { FileAddOutlined, ReloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '@/api/client'
import type { SimulationRequest } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DivisionField } from '@/components/division-field'
import { DateField } from '@/components/fields'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { Watermark } from '@/components/watermark'
import { useT } from '@/i18n'
import { formatCount } from '@/lib/money'
import { formatTime, today } from '@/lib/time'
import { type Change, Changes } from './changes'
import { Draft } from './draft'
import { Families } from './families'
import { Result } from './result'
import styles from './simulate.module.css'

/** A value once it has stayed the same for a moment, so that not every key asks the server. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

/** Other values tried out on the families on record, while one types. */
export default function SimulatePage() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const words = t.simulate
  const [params] = useSearchParams()
  const release = params.get('release') ?? ''
  const [place, setPlace] = useState('')
  const [on, setOn] = useState(params.get('on') ?? today())
  const [changes, setChanges] = useState<Change[]>([])
  const [drafting, setDrafting] = useState(false)
  const asked = useMemo<SimulationRequest>(
    () => ({
      on,
      ...(place ? { place } : {}),
      ...(release ? { release } : {}),
      changes: release
        ? []
        : changes
            .filter((one) => one.value.trim() !== '')
            .map((one) => ({ name: one.name, value: one.value.trim() })),
    }),
    [on, place, release, changes],
  )
  const simulation = useSettled(asked, 250)
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
  const written = simulation.changes ?? []
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
              disabled={written.length === 0 || problem !== null}
              onClick={() => setDrafting(true)}
            >
              {words.draft}
            </Button>
          )
        }
      >
        <Panel>
          <div className={styles.scope}>
            <div>
              <label htmlFor="simulation-place">{words.place}</label>
              <DivisionField
                id="simulation-place"
                value={place}
                onChange={(c) => setPlace(c ?? '')}
              />
            </div>
            <div>
              <label htmlFor="simulation-on">{words.on}</label>
              <DateField
                id="simulation-on"
                value={on}
                allowClear={false}
                onChange={(day) => setOn(day || today())}
              />
            </div>
          </div>
        </Panel>
        {release ? (
          <Alert role="note" type="info" showIcon title={words.comparing(answer?.against ?? '…')} />
        ) : (
          <Panel title={words.changes} extra={<span className="muted">{words.changesHint}</span>}>
            <Changes
              place={place}
              on={on}
              changes={changes}
              problem={problem}
              onChange={setChanges}
            />
          </Panel>
        )}
        {problem && !atField && <ProblemAlert problem={problem} />}
        {answer && (
          <>
            <Flex gap={12} wrap align="center" className="muted">
              <span>
                {words.counted(formatCount(answer.households), formatCount(answer.persons))}
              </span>
              <span>{words.readAt(formatTime(answer.read_at))}</span>
              <Button size="small" icon={<ReloadOutlined />} onClick={() => void again()}>
                {words.again}
              </Button>
              {query.isFetching && <Spin size="small" />}
              {answer.unreadable > 0 && (
                <span>{words.unreadable(formatCount(answer.unreadable))}</span>
              )}
              {!answer.with_awards && <span>{words.noAwards}</span>}
              {written.length === 0 && !release && <span>{words.noChange}</span>}
            </Flex>
            <Result answer={answer} />
            {answer.all.differs && may('decide.simulation.families') && (
              <Families simulation={simulation} />
            )}
          </>
        )}
        {!answer && query.isFetching && <Spin />}
        {drafting && <Draft place={place} changes={written} onClose={() => setDrafting(false)} />}
      </Page>
    </Watermark>
  )
}
