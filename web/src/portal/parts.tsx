import { type ReactNode, useContext, useEffect, useId, useRef } from 'react'
import { Link } from 'react-router'
import type { Problem } from '@/api/problem'
import { SpeechContext, useWords } from './speech'
import type { Loaded } from './state'

/** A page with its heading, which takes the focus so that a screen reader begins there. */
export function Sheet({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    document.title = `${title} · ${t.title}`
  }, [title, t.title])
  return (
    <main className="sheet">
      <p className="crumb">
        <Link to="/">{t.home}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  )
}

/** What went wrong, in the words of the server. */
export function Fault({ problem, again }: { problem: Problem | null; again?: () => void }) {
  const { language, t } = useContext(SpeechContext)
  if (!problem) return null
  const told = problem.document
  const zh = language === 'zh'
  const title = (zh ? told.title_zh : told.title_en) ?? told.title ?? t.unknown
  const detail = zh ? told.detail_zh : told.detail_en
  const lines = (told.errors ?? []).map((one) => {
    const member = /^\/content\/members\/(\d+)\//.exec(one.pointer)?.[1]
    const line = zh ? one.zh : one.en
    return member ? `${t.member(Number(member) + 1)}${zh ? '：' : ': '}${line}` : line
  })
  return (
    <div className="fault" role="alert">
      <strong>{title}</strong>
      {detail && <p>{detail}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two faults may read alike
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" onClick={again}>
          {t.again}
        </button>
      )}
    </div>
  )
}

/** Shows what was read, or that it is still read, or what went wrong. */
export function Gate<T>({ of, children }: { of: Loaded<T>; children: (data: T) => ReactNode }) {
  const t = useWords()
  if (of.problem) return <Fault problem={of.problem} again={of.reload} />
  if (!of.data) return <p role="status">{t.loading}</p>
  return <>{children(of.data)}</>
}

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  long?: boolean
  type?: 'text' | 'tel' | 'date'
  mode?: 'numeric' | 'text'
  auto?: string
}

/** One question with its box; the label stands above it and stays there. */
export function Field({ label, value, onChange, hint, long, type, mode, auto }: FieldProps) {
  const id = useId()
  const common = {
    id,
    value,
    'aria-describedby': hint ? `${id}h` : undefined,
    onChange: (e: { target: { value: string } }) => onChange(e.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea rows={4} {...common} />
      ) : (
        <input type={type ?? 'text'} inputMode={mode} autoComplete={auto ?? 'off'} {...common} />
      )}
      {hint && (
        <small id={`${id}h`} className="hint">
          {hint}
        </small>
      )}
    </div>
  )
}

interface PickProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

/** One choice of several. */
export function Pick({ label, value, onChange, options }: PickProps) {
  const id = useId()
  const t = useWords()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t.choose}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A box to tick. */
export function Tick(props: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.value}
        onChange={(e) => props.onChange(e.target.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}
