import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useMemo } from 'react'
import { call } from '@/api/client'
import type { Parameter } from '@/api/contract'
import { given } from '@/api/given'
import type { Problem } from '@/api/problem'
import { useSpeech } from '@/i18n'
import styles from './simulate.module.css'

export interface Change {
  name: string
  value: string
}

interface Choice {
  name: string
  label: string
  value: string
  unit: string
  cite: string
}

/** The entries of a table as the pack writes it: `{一类: 439, 二类: 417}`. */
export function entriesOf(value: string): [string, string][] {
  const body = /^\{(.*)\}$/.exec(value.trim())?.[1] ?? (value.includes('·') ? value : null)
  if (body === null) return []
  return body
    .split(/[,，·]/)
    .map((part) => /^\s*"?(.+?)"?\s*[:：\s]\s*(\S+)\s*$/.exec(part))
    .filter((match) => match !== null)
    .map((match) => [match[1] ?? '', match[2] ?? ''])
}

function choicesOf(
  parameters: Parameter[],
  chinese: boolean,
  entry: (name: string, entry: string) => string,
): Choice[] {
  return parameters.flatMap((one) => {
    const label = chinese ? one.name : one.en || one.name
    const base = { unit: one.unit, cite: one.cite }
    const entries = entriesOf(one.value)
    if (entries.length === 0) return [{ ...base, name: one.name, label, value: one.value }]
    return entries.map(([key, value]) => ({
      ...base,
      name: `${one.name}.${key}`,
      label: entry(label, key),
      value,
    }))
  })
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
  const put = (name: string, value: string) =>
    onChange(changes.map((one) => (one.name === name ? { name, value } : one)))
  const faultOf = (name: string) => {
    const at = changes.filter((one) => one.value.trim() !== '').findIndex((c) => c.name === name)
    const own = problem?.document.errors.filter((error) =>
      error.pointer?.startsWith(`/changes/${at}`),
    )
    return at < 0 ? undefined : own?.[0]
  }
  return (
    <div className={styles.changes}>
      {changes.map((one) => {
        const about = known.get(one.name)
        const fault = faultOf(one.name)
        const label = about?.label ?? one.name
        return (
          <div key={one.name} className={styles.change}>
            <div>
              <b>{label}</b>
              <div className="muted">
                {words.now} <span className="num">{about?.value ?? '—'}</span> {about?.unit}
              </div>
              {about?.cite && <div className="faint cite">{about.cite}</div>}
            </div>
            <div>
              <Input
                aria-label={`${label} ${words.next}`}
                placeholder={words.next}
                value={one.value}
                maxLength={200}
                status={fault ? 'error' : undefined}
                suffix={about?.unit}
                onChange={(event) => put(one.name, event.target.value)}
              />
              {fault && (
                <div className={styles.fault} role="alert">
                  {language === 'zh' ? fault.zh : fault.en}
                </div>
              )}
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={words.remove(label)}
              onClick={() => onChange(changes.filter((other) => other.name !== one.name))}
            />
          </div>
        )
      })}
      <Select
        aria-label={words.add}
        placeholder={words.add}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        loading={query.isFetching}
        style={{ width: '100%', maxWidth: 480 }}
        options={choices
          .filter((one) => !changes.some((change) => change.name === one.name))
          .map((one) => ({ value: one.name, label: one.label }))}
        onChange={(name: string | null) => name && onChange([...changes, { name, value: '' }])}
      />
    </div>
  )
}
