import { useEffect, useState } from 'react'
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router'
import { type AnswerOf, call } from '@/api/client'
import { Problem } from '@/api/problem'
import { uuid } from '@/lib/uuid'
import { type Content, Difficulty, Family } from './family'
import { Fault, Field, Gate, Pick, Sheet, Tick } from './parts'
import { Photos, sendPhoto } from './photos'
import { ChoosePlace } from './place'
import { Signature } from './signature'
import { useSaid, useWords } from './speech'
import { useAct, useLoad, usePortal } from './state'

type Own = AnswerOf<'intake.submission.own'>

/** Applying: the matter first, then four short steps; every step is kept on the server. */
export function Apply() {
  const t = useWords()
  const { id } = useParams()
  const { where, account } = usePortal()
  const [params] = useSearchParams()
  if (!where)
    return (
      <Sheet title={t.apply}>
        <p>{t.placeFirst}</p>
        <ChoosePlace />
      </Sheet>
    )
  if (!account) {
    const to = id ? `/apply/${id}` : `/apply?${params}`
    return <Navigate to={`/sign-in?to=${encodeURIComponent(to)}`} replace />
  }
  return id ? <Draft key={id} id={id} /> : <Begin division={where.code} />
}

function Begin({ division }: { division: string }) {
  const t = useWords()
  const said = useSaid()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [procedure, setProcedure] = useState(params.get('procedure') ?? '')
  const [key] = useState(uuid)
  const { busy, problem, act } = useAct()
  const matters = useLoad(
    (signal) => call('intake.matter.list', { query: { division }, signal }),
    [division],
  )
  return (
    <Sheet title={t.apply}>
      <Gate of={matters}>
        {({ items }) => {
          const offered = items.flatMap((matter) => matter.apply)
          if (offered.length === 0) return <p>{t.noMatters}</p>
          return (
            <form
              className="card"
              onSubmit={(e) => {
                e.preventDefault()
                void act(async () => {
                  const body = { procedure, division }
                  const made = await call('intake.submission.create', { body, key })
                  navigate(`/apply/${made.id}`, { replace: true })
                })
              }}
            >
              <p>{t.matterLead}</p>
              <Pick
                label={t.matter}
                value={procedure}
                onChange={setProcedure}
                options={offered.map((one) => ({ value: one.key, label: said(one) }))}
              />
              <Fault problem={problem} />
              <button type="submit" className="main" disabled={busy || !procedure}>
                {t.next}
              </button>
            </form>
          )
        }}
      </Gate>
    </Sheet>
  )
}

function Draft({ id }: { id: string }) {
  const read = useLoad((signal) => call('intake.submission.own', { path: { id }, signal }), [id])
  const t = useWords()
  return (
    <Gate of={read}>
      {(own) =>
        own.status === 'draft' || own.status === 'returned' ? (
          <Steps first={own} />
        ) : (
          <Sheet title={t.submitted}>
            <p>
              {t.receipt}：<strong>{own.number}</strong>
            </p>
            <p>{t.keep}</p>
          </Sheet>
        )
      }
    </Gate>
  )
}

/** What each page asks for, by where it stands in what is handed in. */
const asked = [
  ['/content/members', '/content/address', '/content/phone', '/content/helper'],
  ['/content/statement'],
]

/** What of a page is missing, in the words with which handing in would be refused. */
function lacking(saved: Own, page: number): Problem | null {
  const own = (pointer: string) => (asked[page] ?? []).some((one) => pointer.startsWith(one))
  const errors = saved.lacks?.errors.filter(({ pointer }) => own(pointer)) ?? []
  return saved.lacks && errors.length > 0 ? new Problem({ ...saved.lacks, errors }) : null
}

function Steps({ first }: { first: Own }) {
  const t = useWords()
  const navigate = useNavigate()
  const [own, setOwn] = useState(first)
  const [content, setContent] = useState<Content>(first.content)
  const [at, setAt] = useState(0)
  const [submitKey] = useState(uuid)
  const { busy, problem, act } = useAct()
  const path = { id: own.id }
  const change = (part: Partial<Content>) => setContent((all) => ({ ...all, ...part }))
  useEffect(() => {
    if (at >= 0) window.scrollTo({ top: 0 })
  }, [at])
  const save = async () => {
    const members = content.members?.length ? content.members : []
    const body = {
      procedure: own.procedure,
      division: own.division.code,
      content: { ...content, members },
    }
    const saved = await call('intake.submission.save', { path, body, version: own.version })
    setOwn(({ photos }) => ({ ...saved, photos }))
    return saved
  }
  // A picture may come while the next page is being kept: each answer brings what it is about.
  const reread = async () => {
    const { photos } = await call('intake.submission.own', { path })
    setOwn((now) => ({ ...now, photos }))
  }
  // What is written is kept either way; on goes whoever has filled the page.
  const go = (to: number) =>
    act(async () => {
      const saved = await save()
      const lacks = to > at ? lacking(saved, at) : null
      if (lacks) throw lacks
      setAt(to)
    })
  const submit = () =>
    act(async () => {
      await save()
      await call('intake.submission.submit', { path, key: submitKey })
      navigate(`/mine/${own.id}`, { replace: true })
    })
  const last = at === t.steps.length - 1
  return (
    <Sheet title={t.steps[at] ?? ''}>
      <p role="status">{t.step(at + 1, t.steps.length)}</p>
      {own.note && (
        <p className="note">
          <strong>{t.missing}</strong>：{own.note}
        </p>
      )}
      {at === 0 && <Family content={content} change={change} />}
      {at === 1 && <Difficulty content={content} change={change} />}
      {at === 2 && <Photos id={own.id} photos={own.photos} onChanged={reread} />}
      {last && (
        <Authorise
          own={own}
          content={content}
          change={change}
          onSigned={(picture) =>
            act(async () => {
              await sendPhoto(
                own.id,
                'signature',
                new File([picture], 'signature.png', { type: 'image/png' }),
              )
              await reread()
            })
          }
        />
      )}
      <Fault problem={problem} />
      <div className="row">
        {at > 0 && (
          <button type="button" onClick={() => go(at - 1)} disabled={busy}>
            {t.previous}
          </button>
        )}
        <button
          type="button"
          className="main"
          onClick={() => (last ? submit() : go(at + 1))}
          disabled={busy}
        >
          {last ? t.submit : t.next}
        </button>
      </div>
    </Sheet>
  )
}

interface AuthoriseProps {
  own: Own
  content: Content
  change: (part: Partial<Content>) => void
  onSigned: (picture: Blob) => void
}

function Authorise({ own, content, change, onSigned }: AuthoriseProps) {
  const t = useWords()
  const [anew, setAnew] = useState(false)
  const signed = own.photos.some((one) => one.kind === 'signature')
  const given = content.authorisation ?? {}
  const put = (part: Partial<typeof given>) => change({ authorisation: { ...given, ...part } })
  return (
    <section>
      <h2>{t.authoriseTitle}</h2>
      <p className="card">{t.authoriseText}</p>
      <Tick label={t.agree} value={given.agreed ?? false} onChange={(agreed) => put({ agreed })} />
      <Field
        label={t.signedBy}
        value={given.signed_by ?? ''}
        onChange={(signed_by) => put({ signed_by })}
      />
      {signed && !anew ? (
        <p role="status" className="row">
          <strong>{t.signatureDone}</strong>
          <button type="button" className="quiet" onClick={() => setAnew(true)}>
            {t.signAgain}
          </button>
        </p>
      ) : (
        <Signature
          name={given.signed_by ?? ''}
          onSigned={(picture) => {
            setAnew(false)
            onSigned(picture)
          }}
        />
      )}
    </section>
  )
}
