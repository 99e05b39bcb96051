import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useMemo } from 'react'
import { call } from '@/api/client'
import { given } from '@/api/given'
import type { Problem } from '@/api/problem'
import { useSpeech, wordFor } from '@/i18n'
import { formulaWords } from '@/lib/formula-words'
import styles from './simulate.module.css'
import { type Choice, choicesOf, formulasOf, isFormula, kinds, percentOf } from './values'

export interface Change {
  name: string
  value: string
}

interface Fault {
  zh: string
  en: string
}

/** The formula now and the text for the other one, which is read aloud below as it is typed. */
function Formula({
  name,
  now,
  text,
  faulty,
  onText,
}: {
  name: string
  now: string
  text: string
  faulty: boolean
  onText: (text: string) => void
}) {
  const { t, language } = useSpeech()
  const words = t.simulate
  const aloud = (formula: string) => (language === 'zh' ? formulaWords(formula) : formula)
  return (
    <>
      <div className={`muted ${styles.formula}`}>
        {words.now} {aloud(now)}
      </div>
      <Input.TextArea
        aria-label={name}
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 10 }}
        spellCheck={false}
        status={faulty ? 'error' : undefined}
        onChange={(event) => onText(event.target.value)}
      />
      {text.trim() !== now.trim() && aloud(text) !== text && (
        <div className={styles.formula}>
          {words.reads} {aloud(text)}
        </div>
      )}
      <div className="faint">{words.formulaHint}</div>
    </>
  )
}

/** One parameter: what it is now and under which clause, and the field for the other value. */
function Value({
  name,
  change,
  about,
  faulty,
  onValue,
}: {
  name: string
  change: Change
  about: Choice | undefined
  faulty: boolean
  onValue: (value: string) => void
}) {
  const { t } = useSpeech()
  const words = t.simulate
  const unit = wordFor(t.common.units, about?.unit)
  const yes = { true: t.common.yes, false: t.common.no }
  return (
    <div className={styles.sides}>
      <span className="muted">
        {words.now} <b className="num">{about ? wordFor(yes, about.value) : '—'}</b> {unit}
      </span>
      <span aria-hidden>→</span>
      {about?.kind === 'rule' ? (
        <Select
          aria-label={name}
          placeholder={words.next}
          value={change.value || undefined}
          onChange={onValue}
          options={Object.entries(yes).map(([value, text]) => ({ value, label: text }))}
        />
      ) : (
        <Input
          aria-label={name}
          placeholder={words.next}
          value={change.value}
          maxLength={200}
          inputMode="decimal"
          autoComplete="off"
          status={faulty ? 'error' : undefined}
          suffix={unit}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </div>
  )
}

/** What is changed: as it is now and under which clause, and the field for what it shall be. */
function One({
  change,
  about,
  fault,
  onValue,
  onRemove,
}: {
  change: Change
  about: Choice | undefined
  fault: Fault | undefined
  onValue: (value: string) => void
  onRemove: () => void
}) {
  const { t, language } = useSpeech()
  const words = t.simulate
  const label = about?.label ?? change.name
  const formula = isFormula(about?.kind)
  const step = about && !formula ? percentOf(about.value, change.value) : null
  const name = `${label} ${words.next}`
  const faulty = fault !== undefined
  return (
    <li className={styles.change}>
      <header>
        <b>{label}</b>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={words.remove(label)}
          onClick={onRemove}
        />
      </header>
      {about && formula ? (
        <Formula
          name={name}
          now={about.value}
          text={change.value}
          faulty={faulty}
          onText={onValue}
        />
      ) : (
        <Value name={name} change={change} about={about} faulty={faulty} onValue={onValue} />
      )}
      {fault ? (
        <div className={styles.fault} role="alert">
          {language === 'zh' ? fault.zh : fault.en}
        </div>
      ) : (
        step && <div className="muted num">{words.step(step)}</div>
      )}
      {about?.cite && (
        <div className={`faint ${styles.clause}`} title={about.cite}>
          {words.cite}：{about.cite}
        </div>
      )}
    </li>
  )
}

/** What may be changed at a place on a day, by the name that the server reads. */
export function useChoices(place: string, on: string) {
  const { t, language } = useSpeech()
  const words = t.simulate
  const staleTime = 10 * 60_000
  const values = useQuery({
    queryKey: ['parameters', { on, place }],
    queryFn: ({ signal }) => call('policy.parameter.list', { query: given({ on, place }), signal }),
    staleTime,
  })
  const formulas = useQuery({
    queryKey: ['formulas', { on, place }],
    queryFn: ({ signal }) => call('policy.formula.list', { query: given({ on, place }), signal }),
    staleTime,
  })
  const chinese = language === 'zh'
  const known = useMemo(() => {
    const all = [
      ...choicesOf(values.data?.items ?? [], chinese, words.entry),
      ...formulasOf(formulas.data?.items ?? [], chinese),
    ]
    return new Map(all.map((one) => [one.name, one]))
  }, [values.data, formulas.data, chinese, words])
  return { known, loading: values.isFetching || formulas.isFetching }
}

/** What gets which other values or texts; faults stand at the one that they are about. */
export function Changes({
  choices: { known, loading },
  changes,
  problem,
  onChange,
}: {
  choices: ReturnType<typeof useChoices>
  changes: Change[]
  problem: Problem | null
  onChange: (changes: Change[]) => void
}) {
  const words = useSpeech().t.simulate
  const groups = useMemo(() => {
    const taken = new Set(changes.map((change) => change.name))
    const free = [...known.values()].filter((one) => !taken.has(one.name))
    return kinds
      .map((kind) => ({
        label: words.kindsOfValue[kind],
        options: free
          .filter((one) => one.kind === kind)
          .map((one) => ({ value: one.name, label: one.label })),
      }))
      .filter((group) => group.options.length > 0)
  }, [known, changes, words])
  const faultOf = (name: string) => {
    const at = changes.filter((one) => one.value.trim() !== '').findIndex((c) => c.name === name)
    const own = problem?.document.errors.filter((error) =>
      new RegExp(`^/changes/${at}(/|$)`).test(error.pointer ?? ''),
    )
    return at < 0 ? undefined : own?.[0]
  }
  return (
    <div className={styles.changes}>
      {changes.length > 0 && (
        <ul>
          {changes.map((one) => (
            <One
              key={one.name}
              change={one}
              about={known.get(one.name)}
              fault={faultOf(one.name)}
              onValue={(value) =>
                onChange(changes.map((c) => (c.name === one.name ? { ...c, value } : c)))
              }
              onRemove={() => onChange(changes.filter((other) => other.name !== one.name))}
            />
          ))}
        </ul>
      )}
      <Select
        aria-label={words.add}
        placeholder={words.add}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        loading={loading}
        style={{ width: '100%' }}
        options={groups}
        onChange={(name: string | null) => {
          if (!name) return
          const about = known.get(name)
          const value = isFormula(about?.kind) ? (about?.value ?? '') : ''
          onChange([...changes, { name, value }])
        }}
      />
    </div>
  )
}
