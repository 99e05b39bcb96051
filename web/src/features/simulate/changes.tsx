import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useMemo } from 'react'
import { call } from '@/api/client'
import { given } from '@/api/given'
import type { Problem } from '@/api/problem'
import { useSpeech, wordFor } from '@/i18n'
import styles from './simulate.module.css'
import { type Choice, choicesOf, kinds, percentOf } from './values'

export interface Change {
  name: string
  value: string
}

interface Fault {
  zh: string
  en: string
}

/** One parameter: what it is now and under which clause, and the field for the other value. */
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
  const unit = wordFor(t.common.units, about?.unit)
  const yes = { true: t.common.yes, false: t.common.no }
  const step = about ? percentOf(about.value, change.value) : null
  const name = `${label} ${words.next}`
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
            status={fault ? 'error' : undefined}
            suffix={unit}
            onChange={(event) => onValue(event.target.value)}
          />
        )}
      </div>
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

/** Which parameters get which other values; faults stand at the value that they are about. */
export function Changes({
  place,
  on,
  changes,
  problem,
  onChange,
}: {
  place: string
  on: string
  changes: Change[]
  problem: Problem | null
  onChange: (changes: Change[]) => void
}) {
  const { t, language } = useSpeech()
  const words = t.simulate
  const query = useQuery({
    queryKey: ['parameters', { on, place }],
    queryFn: ({ signal }) => call('policy.parameter.list', { query: given({ on, place }), signal }),
    staleTime: 10 * 60_000,
  })
  const choices = useMemo(
    () => choicesOf(query.data?.items ?? [], language === 'zh', words.entry),
    [query.data, language, words],
  )
  const known = useMemo(() => new Map(choices.map((one) => [one.name, one])), [choices])
  const groups = useMemo(() => {
    const free = choices.filter((one) => !changes.some((change) => change.name === one.name))
    return kinds
      .map((kind) => ({
        label: words.kindsOfValue[kind],
        options: free
          .filter((one) => one.kind === kind)
          .map((one) => ({ value: one.name, label: one.label })),
      }))
      .filter((group) => group.options.length > 0)
  }, [choices, changes, words])
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
        loading={query.isFetching}
        style={{ width: '100%' }}
        options={groups}
        onChange={(name: string | null) => name && onChange([...changes, { name, value: '' }])}
      />
    </div>
  )
}
