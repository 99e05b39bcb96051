import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { FeedbackDialog, NewAlignmentDialog, PublishDialog } from './alignment-dialogs'
import {
  type AlignmentDetail,
  closeAlignment,
  exportFeedback,
  useAlignment,
  useCrossTable,
} from './api'
import { CrossTable } from './cross-table'
import { Differences } from './differences'
import styles from './oversight.module.css'
import { alignmentTone } from './tones'

type Act = 'feedback' | 'here' | 'there' | 'close' | 'next'

function Step({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className={styles.step}>
      <b>{title}</b>
      {children}
    </div>
  )
}

/** 双申报 双核对 双反馈 双公示: where each of the four stands, and what is to be done next. */
function Road({ data, act }: { data: AlignmentDetail; act: (what: Act) => void }) {
  const t = useT()
  const may = useMay()
  const words = t.oversight.alignments
  const { alignment } = data
  const exporting = useCommand(exportFeedback, { touches: [['oversight']] })
  const works = data.whole && alignment.status.key === 'open' && may('oversight.alignment.create')
  const sum = (of: 'differences' | 'open') => data.differences.reduce((n, one) => n + one[of], 0)
  const published = (said: typeof alignment.here_published, done: string) =>
    said && (
      <span>
        {done}
        <span className={styles.hint}>
          {said.from} — {said.to} {said.place}
        </span>
      </span>
    )
  return (
    <Panel title={words.road}>
      <div className={styles.road}>
        <Step title={words.declared}>
          <span>{words.declaredText(formatCount(data.here), formatCount(data.there))}</span>
          <span className="faint">
            {words.both} <Count value={data.both} />
          </span>
        </Step>
        <Step title={words.checked}>
          <span>
            {words.checkedText(formatCount(sum('open')), formatCount(sum('differences')))}
          </span>
          {data.differences.map((one) => (
            <span key={one.kind} className="faint">
              {words.kinds[one.kind as keyof typeof words.kinds] ?? one.kind}{' '}
              <Count value={one.differences} />
            </span>
          ))}
        </Step>
        <Step title={words.returned}>
          <span>
            {alignment.received_at ? words.received : words.notReceived}
            {alignment.received_at && (
              <span className={styles.hint}>
                {formatTime(alignment.received_at)} {alignment.received_note}
              </span>
            )}
          </span>
          {works && (
            <div className={styles.bar}>
              <Button
                size="small"
                loading={exporting.pending}
                onClick={() => exporting.run(alignment.id)}
              >
                {words.export}
              </Button>
              <Button size="small" onClick={() => act('feedback')}>
                {words.readFeedback}
              </Button>
            </div>
          )}
        </Step>
        <Step title={words.published}>
          {published(alignment.here_published, words.publishedHere)}
          {published(alignment.there_published, words.publishedThere)}
          {works && (
            <div className={styles.bar}>
              <Button size="small" onClick={() => act('here')}>
                {words.publishHere}
              </Button>
              <Button size="small" onClick={() => act('there')}>
                {words.publishThere}
              </Button>
            </div>
          )}
        </Step>
      </div>
    </Panel>
  )
}

/** The lists once they are built: the road, the table and, for whoever may see names, the differences. */
function Built({ data, act }: { data: AlignmentDetail; act: (what: Act) => void }) {
  const t = useT()
  const may = useMay()
  const { alignment } = data
  const table = useCrossTable(alignment.id, true)
  return (
    <>
      <Road data={data} act={act} />
      <CrossTable id={alignment.id} />
      {may('oversight.difference.list') && (
        <Panel title={t.oversight.alignments.differences} flush>
          <div className={styles.inside}>
            <Differences
              id={alignment.id}
              here={alignment.here_name}
              there={alignment.there_name}
              lists={table.data?.rows.map((row) => row.kind) ?? []}
              open={alignment.status.key === 'open'}
            />
          </div>
        </Panel>
      )}
    </>
  )
}

/** The workbench of one alignment. */
export default function AlignmentPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const { id = '' } = useParams()
  const query = useAlignment(id)
  const [act, setAct] = useState<Act | null>(null)
  const words = t.oversight.alignments
  const close = useCommand(closeAlignment, {
    success: t.common.done,
    touches: [['oversight'], ['tasks']],
    quiet: true,
    onDone: () => setAct(null),
  })
  const alignment = query.data?.alignment
  const status = alignment?.status.key
  const works = query.data?.whole && may('oversight.alignment.create')
  const done = () => setAct(null)
  return (
    <Watermark>
      <Page
        title={
          alignment ? (
            <>
              {alignment.title}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={alignmentTone(alignment.status.key)}>{word(alignment.status)}</Status>
              </span>
            </>
          ) : (
            words.title
          )
        }
        note={
          alignment &&
          `${alignment.number} · ${words.editionN(formatCount(alignment.edition))} · ${alignment.division.full_name} · ${alignment.on}`
        }
        crumbs={[
          { title: t.shell.menu.oversight },
          { title: words.title, to: '/alignments' },
          { title: alignment?.number ?? '' },
        ]}
        actions={
          works && (
            <>
              {(status === 'open' || status === 'closed') && (
                <Button onClick={() => setAct('next')}>{words.next}</Button>
              )}
              {status === 'open' && (
                <Button type="primary" onClick={() => setAct('close')}>
                  {words.close}
                </Button>
              )}
            </>
          )
        }
      >
        <QueryGate query={query}>
          {(data) => (
            <>
              {status === 'building' && (
                <Alert role="note" type="info" showIcon title={words.building} />
              )}
              {status === 'failed' && (
                <Alert
                  role="note"
                  type="error"
                  showIcon
                  title={words.failed}
                  description={data.alignment.notes}
                />
              )}
              {status !== 'building' && status !== 'failed' && <Built data={data} act={setAct} />}
            </>
          )}
        </QueryGate>
        {act === 'feedback' && <FeedbackDialog id={id} onClose={done} />}
        {(act === 'here' || act === 'there') && <PublishDialog id={id} side={act} onClose={done} />}
        {act === 'next' && alignment && <NewAlignmentDialog follows={alignment} onClose={done} />}
        {act === 'close' && (
          <OpinionDialog
            title={words.close}
            text={words.closeText}
            phrases={words.phrases}
            required
            pending={close.pending}
            problem={close.problem}
            onCancel={done}
            onSubmit={(opinion) => close.run({ id, opinion })}
          />
        )}
      </Page>
    </Watermark>
  )
}
