import { Button, Flex } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { call } from '@/api/client'
import { useMay } from '@/auth/session'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type LinkPair, useLinkPair, useLinkPairs } from './api'
import { pairPath, percent } from './link-pairs'
import { linkTones } from './tones'
import styles from './verify.module.css'

type Answer = 'same' | 'different' | 'unsure'

/** Pairs that are walked through with the keys. */
const WALK = 100

const answers: Record<string, Answer> = { y: 'same', n: 'different', u: 'unsure' }

/** Hundredths of a bit with their sign. */
function bits(hundredths: number): string {
  const text = (Math.abs(hundredths) / 100).toFixed(2)
  return hundredths < 0 ? `−${text}` : `+${text}`
}

/** Where a pair stands among the open ones. */
function useWalk(id: string, delivery: string) {
  const navigate = useNavigate()
  const query = useLinkPairs({ status: 'open', delivery }, 1, WALK)
  const ids = (query.data?.items ?? []).map((one) => one.id)
  const at = ids.indexOf(id)
  const [from, setFrom] = useState(0)
  useEffect(() => {
    if (at >= 0) setFrom(at)
  }, [at])
  // A pair that was decided has left the list: the next one stands in its place.
  const next = at >= 0 ? ids[at + 1] : ids[Math.min(from, ids.length - 1)]
  const previous = at >= 0 ? ids[at - 1] : ids[from - 1]
  const go = useCallback(
    (to: string | undefined) => {
      if (to) navigate(pairPath(to, delivery))
    },
    [navigate, delivery],
  )
  return { next, previous, go, open: query.data?.total?.rows ?? 0 }
}

/** Keys that act, where nobody is typing; `on` says whether it took the key, which then writes nothing. */
function useKeys(on: (key: string) => boolean) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable ||
          ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
          target.closest('[role="dialog"]') !== null)
      if (typing) return
      if (on(event.key.toLowerCase())) event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on])
}

function Sides({ one }: { one: LinkPair }) {
  const t = useT()
  const word = useWord()
  const words = t.verify.links
  return (
    <Panel title={`${words.theirs} · ${words.ours}`}>
      <div className={styles.scroll}>
        <table className={styles.sides}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.theirs}</th>
              <th scope="col">{words.ours}</th>
              <th scope="col">{words.agreement}</th>
              <th scope="col" className={styles.right}>
                {words.weight}
              </th>
            </tr>
          </thead>
          <tbody>
            {one.fields.map((field) => (
              <tr key={field.key} data-level={field.level ?? 'none'}>
                <th scope="row">{word(field)}</th>
                <td className={field.key === 'number' ? 'num' : undefined}>
                  {field.theirs || <span className="faint">{words.silent}</span>}
                </td>
                <td className={field.key === 'number' ? 'num' : undefined}>
                  {field.ours || <span className="faint">{words.silent}</span>}
                </td>
                <td>
                  {field.level === null || field.level === undefined ? (
                    <span className="faint">—</span>
                  ) : (
                    words.levels[field.level]
                  )}
                </td>
                <td className={`num ${styles.right}`}>
                  {field.weight === null || field.weight === undefined
                    ? '—'
                    : words.bits(bits(field.weight))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td colSpan={3}>
                {words.likelihood} {percent(one.likelihood)}
              </td>
              <td className={`num ${styles.right}`}>{words.bits(bits(one.score))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  )
}

function About({ one }: { one: LinkPair }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const words = t.verify.links
  return (
    <Panel title={words.more}>
      <dl className={styles.facts}>
        <div>
          <dt>{t.verify.source}</dt>
          <dd>
            <Link to={`/deliveries/${one.delivery}`}>
              {word(one.source)} {one.as_of}
            </Link>{' '}
            · {t.verify.rowOf(one.row)}
          </dd>
        </div>
        <div>
          <dt>{words.reason}</dt>
          <dd>{word({ zh: one.reason_zh, en: one.reason_en })}</dd>
        </div>
        {one.cells.map((cell) => (
          <div key={cell.zh}>
            <dt>{word(cell)}</dt>
            <dd>{cell.value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.verify.household}</dt>
          <dd>
            {may('registry.household.get') ? (
              <Link to={`/households/${one.household}`}>{one.household_number}</Link>
            ) : (
              one.household_number
            )}
          </dd>
        </div>
        <div>
          <dt>{t.common.division}</dt>
          <dd>{one.division.name}</dd>
        </div>
        {one.note && (
          <div>
            <dt>
              {one.decided_by?.name} {one.decided_at && formatTime(one.decided_at)}
              {one.carried && ` · ${words.carried}`}
            </dt>
            <dd>{one.note}</dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}

function DecideDialog(props: {
  one: LinkPair
  answer: Answer
  onClose: () => void
  onDone: () => void
}) {
  const { one, answer, onClose, onDone } = props
  const t = useT()
  const words = t.verify.links
  const command = useCommand(
    (reason: string) =>
      call('verify.link.decide', {
        path: { id: one.id },
        version: one.version,
        body: { answer, reason },
      }),
    { success: t.common.done, touches: [['link-pairs']], quiet: true, onDone },
  )
  return (
    <OpinionDialog
      title={words[answer]}
      label={words.askReason}
      text={`${one.their_name} · ${one.name}`}
      phrases={words.reasons[answer]}
      required
      pending={command.pending}
      problem={command.problem}
      onCancel={onClose}
      onSubmit={command.run}
    />
  )
}

function Matter({ one, delivery }: { one: LinkPair; delivery: string }) {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.verify.links
  const walk = useWalk(one.id, delivery)
  const [asked, setAsked] = useState<Answer | null>(null)
  const decides = may('verify.link.decide') && one.status !== 'closed'
  const pressed = useCallback(
    (key: string) => {
      const answer = answers[key]
      if (answer && decides) setAsked(answer)
      if (key === 'j') walk.go(walk.next)
      if (key === 'k') walk.go(walk.previous)
      return Boolean(answer) || key === 'j' || key === 'k'
    },
    [decides, walk],
  )
  useKeys(pressed)
  const done = () => {
    setAsked(null)
    if (walk.next && walk.next !== one.id) walk.go(walk.next)
    else navigate(delivery ? `/deliveries/${delivery}` : '/link-pairs')
  }
  return (
    <>
      <Sides one={one} />
      <Flex gap={12} wrap align="center" style={{ margin: '12px 0' }}>
        {decides && (
          <>
            <Button type="primary" onClick={() => setAsked('same')}>
              {words.same}
            </Button>
            <Button onClick={() => setAsked('different')}>{words.different}</Button>
            <Button onClick={() => setAsked('unsure')}>{words.unsure}</Button>
          </>
        )}
        <Button disabled={!walk.previous} onClick={() => walk.go(walk.previous)}>
          {words.previous}
        </Button>
        <Button disabled={!walk.next} onClick={() => walk.go(walk.next)}>
          {words.next}
        </Button>
        <span className="faint">{words.left(walk.open)}</span>
      </Flex>
      <p className={`faint ${styles.keys}`}>{words.keys}</p>
      <About one={one} />
      {asked && (
        <DecideDialog one={one} answer={asked} onClose={() => setAsked(null)} onDone={done} />
      )}
    </>
  )
}

/** A row without a good number beside a person on record: somebody decides. */
export default function LinkPairPage() {
  const t = useT()
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const delivery = params.get('delivery') ?? ''
  const query = useLinkPair(id)
  const words = t.verify.links
  return (
    <Watermark>
      <Page
        title={
          query.data ? (
            <>
              {query.data.their_name} · {query.data.name}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={linkTones[query.data.status] ?? 'plain'}>
                  {wordFor(words.statuses, query.data.status)}
                </Status>
              </span>
            </>
          ) : (
            words.title
          )
        }
        crumbs={[
          { title: words.title, to: delivery ? `/link-pairs?delivery=${delivery}` : '/link-pairs' },
          { title: t.common.details },
        ]}
      >
        <QueryGate query={query}>
          {(one) => <Matter key={one.id} one={one} delivery={delivery} />}
        </QueryGate>
      </Page>
    </Watermark>
  )
}
