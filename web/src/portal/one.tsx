import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { type AnswerOf, call } from '@/api/client'
import { uuid } from '@/lib/uuid'
import { Fault, Gate, Sheet } from './parts'
import { useSaid, useWords } from './speech'
import { useAct, useLoad, usePortal } from './state'

/** One application of one's own, and how far it has come. */
export function One() {
  const { id = '' } = useParams()
  const { account } = usePortal()
  if (!account) return <Navigate to={`/sign-in?to=${encodeURIComponent(`/mine/${id}`)}`} replace />
  return <Read id={id} />
}

function Read({ id }: { id: string }) {
  const t = useWords()
  const read = useLoad((signal) => call('intake.submission.own', { path: { id }, signal }), [id])
  return (
    <Sheet title={t.mine}>
      <Gate of={read}>
        {(own) => (
          <>
            <section className="card">
              <strong>{own.content.members?.[0]?.name}</strong>
              <p className={`state ${own.status}`}>{t.statuses[own.status]}</p>
              {own.number && (
                <p>
                  {t.receipt}：<strong>{own.number}</strong>
                </p>
              )}
              <p className="hint">{t.keep}</p>
            </section>
            {own.note && own.status === 'returned' && (
              <section className="note">
                <strong>{t.missing}</strong>
                <p>{own.note}</p>
                <Link className="main" to={`/apply/${own.id}`}>
                  {t.goOn}
                </Link>
              </section>
            )}
            {own.in_case && <Progress id={id} />}
            {['submitted', 'returned', 'draft'].includes(own.status) && (
              <Withdraw own={own} onDone={read.reload} />
            )}
          </>
        )}
      </Gate>
    </Sheet>
  )
}

function Progress({ id }: { id: string }) {
  const t = useWords()
  const said = useSaid()
  const read = useLoad((signal) => call('decide.case.progress', { path: { id }, signal }), [id])
  return (
    <Gate of={read}>
      {(one) => (
        <section className="card">
          <h2>{t.progress}</h2>
          {one.result && <p className="state taken">{t.results[one.result] ?? one.result}</p>}
          {one.accepted_on && (
            <p>
              {t.accepted}：{one.accepted_on}
            </p>
          )}
          {one.due && (
            <p>
              {t.due}：{one.due}
            </p>
          )}
          <ol className="road">
            {one.road.map((stop) => (
              <li key={stop.zh} className={stop.place}>
                <span>{said(stop)}</span>
                <small>
                  {t.places[stop.place] ?? stop.place} {stop.finished?.slice(0, 10)}
                </small>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Gate>
  )
}

function Withdraw(props: { own: AnswerOf<'intake.submission.own'>; onDone: () => void }) {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  const { busy, problem, act } = useAct()
  const go = () =>
    act(async () => {
      await call('intake.submission.withdraw', { path: { id: props.own.id }, key: uuid() })
      props.onDone()
    })
  return (
    <section>
      <Fault problem={problem} />
      {asked ? (
        <div className="note" role="alert">
          <p>{t.withdrawSure}</p>
          <div className="row">
            <button type="button" onClick={() => setAsked(false)}>
              {t.back}
            </button>
            <button type="button" onClick={go} disabled={busy}>
              {t.withdraw}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="quiet" onClick={() => setAsked(true)}>
          {t.withdraw}
        </button>
      )}
    </section>
  )
}
