import { useParams } from 'react-router'
import { Count } from '@/components/amount'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { type Run, useRun } from './api'
import { FindingsTable } from './findings-table'
import { JobProgress } from './progress'
import styles from './verify.module.css'

function Facts({ one }: { one: Run }) {
  const t = useT()
  const word = useWord()
  const words = t.verify
  const keys = ['households', 'persons', 'fresh', 'known', 'gone'] as const
  return (
    <Panel>
      <dl className={styles.facts}>
        <div>
          <dt>{t.common.division}</dt>
          <dd>{one.division.name}</dd>
        </div>
        <div>
          <dt>{words.subjects}</dt>
          <dd>{wordFor(words.subjectLists, one.subjects)}</dd>
        </div>
        {keys.map((key) => (
          <div key={key}>
            <dt>{words.counts[key]}</dt>
            <dd>
              <Count value={one[key]} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.compared}</dt>
          <dd>{t.common.list(one.deliveries.map((d) => `${word(d.source)} ${d.as_of}`))}</dd>
        </div>
        {one.reason && (
          <div>
            <dt>{words.why}</dt>
            <dd>{one.reason}</dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}

function UnansweredPanel({ one }: { one: Run }) {
  const t = useT()
  const word = useWord()
  const words = t.verify
  if (one.unanswered.length === 0) return null
  return (
    <Panel title={words.unanswered}>
      <p className="muted">{words.unansweredNote}</p>
      <ul className={styles.list}>
        {one.unanswered.map(({ check, count, missing }) => (
          <li key={check.key}>
            {word(check)} · {words.times(count)}
            {missing.length > 0 &&
              ` · ${words.notCompared(t.common.list(missing.map((source) => word(source))))}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** One run: how far it is, what it found, and what could not be told. */
export default function RunPage() {
  const t = useT()
  const word = useWord()
  const { id = '' } = useParams()
  const query = useRun(id)
  const words = t.verify
  return (
    <Watermark>
      <Page
        title={
          query.data ? (
            <>
              {word(query.data.purpose)}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={toneOf(query.data.status)}>
                  {wordFor(words.runStatuses, query.data.status)}
                </Status>
              </span>
            </>
          ) : (
            words.runs
          )
        }
        crumbs={[{ title: words.runs, to: '/verification-runs' }, { title: t.common.details }]}
      >
        <QueryGate query={query}>
          {(one) => (
            <>
              <Facts one={one} />
              {one.status === 'running' && <JobProgress title={words.comparing} job={one.job} />}
              <UnansweredPanel one={one} />
              {one.status !== 'running' && <FindingsTable run={one.id} />}
            </>
          )}
        </QueryGate>
      </Page>
    </Watermark>
  )
}
