import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '@/api/client'
import { Fault, Field, Sheet } from './parts'
import { ChoosePlace } from './place'
import { useWords } from './speech'
import { useAct, usePortal } from './state'

/** Signing in: who one is, then the code. */
export function SignIn() {
  const t = useWords()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { where, setAccount } = usePortal()
  const { busy, problem, act } = useAct()
  const [name, setName] = useState('')
  const [id, setId] = useState('')
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<number | null>(null)
  const [have, setHave] = useState(false)
  if (!where && !have) {
    return (
      <Sheet title={t.signIn}>
        <p>{t.placeFirst}</p>
        <ChoosePlace />
      </Sheet>
    )
  }
  const ask = () =>
    act(async () => {
      const body = { id_number: id, name, phone, division: where?.code ?? '' }
      const answer = await call('intake.code.ask', { body })
      setSent(answer.minutes)
    })
  const open = () =>
    act(async () => {
      const account = await call('intake.citizen.open', { body: { id_number: id, code } })
      setAccount(account)
      navigate(params.get('to') ?? '/mine', { replace: true })
    })
  const second = have || sent !== null
  return (
    <Sheet title={t.signIn}>
      <form
        className="card"
        onSubmit={(e) => {
          e.preventDefault()
          void (second ? open() : ask())
        }}
      >
        <Field label={t.idNumber} value={id} onChange={setId} />
        {!second && (
          <>
            <Field label={t.name} value={name} onChange={setName} auto="name" />
            <Field label={t.phone} value={phone} onChange={setPhone} type="tel" auto="tel" />
          </>
        )}
        {sent !== null && <p role="status">{t.codeSent(sent)}</p>}
        {second && (
          <Field
            label={t.code}
            value={code}
            onChange={setCode}
            mode="numeric"
            auto="one-time-code"
          />
        )}
        <Fault problem={problem} />
        <button type="submit" className="main" disabled={busy}>
          {second ? t.signIn : t.getCode}
        </button>
        {!second && (
          <button type="button" className="quiet" onClick={() => setHave(true)}>
            {t.haveCode}
          </button>
        )}
      </form>
    </Sheet>
  )
}
