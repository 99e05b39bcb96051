import { Alert, Progress } from 'antd'
import { useParams } from 'react-router'
import type { Import } from '@/api/contract'
import { Problem } from '@/api/problem'
import { Count } from '@/components/amount'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { busy, useImport } from './api'
import { ApplyPanel } from './apply-panel'
import { FilesPanel } from './files-panel'
import styles from './imports.module.css'
import { OpeningPanel } from './opening-panel'
import { RowsPanel } from './rows-panel'
import { ImportSteps } from './steps'

function step(status: Import['status']): number {
  if (status === 'reading') return 1
  if (status === 'ready') return 2
  return 3
}

function Totals({ one }: { one: Import }) {
  const t = useT()
  if (!one.totals) return null
  const words = t.imports.totals
  const keys = ['households', 'persons', 'right', 'wrong', 'new', 'changed', 'same'] as const
  return (
    <section className="panel">
      <dl className={styles.totals}>
        {keys.map((key) => (
          <div key={key} className={key === 'wrong' && one.totals?.wrong ? styles.bad : undefined}>
            <dt>{words[key]}</dt>
            <dd>
              <Count value={one.totals?.[key]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Failure({ one }: { one: Import }) {
  const document = one.problem ?? one.job?.error
  return document ? <ProblemAlert problem={new Problem(document)} /> : null
}

function Running({ one }: { one: Import }) {
  const { imports } = useT()
  const { job } = one
  return (
    <Panel title={wordFor(imports.statuses, one.status)}>
      <Progress
        percent={job?.total ? Math.floor((job.done * 100) / job.total) : 0}
        status="active"
        aria-label={wordFor(imports.statuses, one.status)}
      />
      <p className="faint" style={{ marginBottom: 0 }}>
        {imports.reading}
      </p>
    </Panel>
  )
}

export default function ImportPage() {
  const t = useT()
  const word = useWord()
  const { id = '' } = useParams()
  const query = useImport(id)
  const words = t.imports
  return (
    <Watermark>
      <Page
        title={
          query.data ? (
            <>
              {word(query.data.kind)}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={toneOf(query.data.status)}>
                  {wordFor(words.statuses, query.data.status)}
                </Status>
              </span>
            </>
          ) : (
            words.title
          )
        }
        crumbs={[{ title: words.title, to: '/imports' }, { title: t.common.details }]}
      >
        <QueryGate query={query}>
          {(one) => (
            <>
              <ImportSteps current={step(one.status)} failed={one.status === 'failed'} />
              {busy(one) && <Running one={one} />}
              {one.status === 'failed' &&
                ((one.problem ?? one.job?.error) ? (
                  <Failure one={one} />
                ) : (
                  <Alert
                    type="error"
                    showIcon
                    title={words.failed}
                    description={words.failedHint}
                  />
                ))}
              <Totals one={one} />
              {one.status === 'ready' && one.totals && <ApplyPanel one={one} />}
              {one.status === 'applied' && <OpeningPanel one={one} />}
              <FilesPanel one={one} />
              {one.totals && <RowsPanel one={one} />}
            </>
          )}
        </QueryGate>
      </Page>
    </Watermark>
  )
}
