import { Input, Radio, Select } from 'antd'
import type { components } from '@/api/schema'
import { DateField } from '@/components/fields'
import { useT } from '@/i18n'

export type Ask = components['schemas']['CaseAsk']

interface Props {
  ask: Ask
  id?: string
  /** Its name, where no label stands at it. */
  label?: string
  value?: string
  onChange?: (value: string) => void
}

/** A fact as text: 是 and 否 stand for truth, as in the register's own forms. */
export function shown(value: unknown): string {
  if (value === true) return '是'
  if (value === false) return '否'
  return value == null ? '' : String(value)
}

/** What was entered for a fact, as the server reads it. */
export function stated(ask: Ask, text: string): string | boolean | number {
  if (ask.kind === 'boolean') return text === '是'
  return text.trim()
}

/** Enters one fact of a case by its kind: a day, a sum, a number, yes or no, a word of a list. */
export function AskField({ ask, id, label, value, onChange }: Props) {
  const t = useT()
  const common = { ...(id ? { id } : {}), ...(label ? { 'aria-label': label } : {}) }
  switch (ask.kind) {
    case 'date':
      return <DateField {...common} value={value ?? ''} onChange={(day) => onChange?.(day)} />
    case 'boolean':
      return (
        <Radio.Group
          {...common}
          value={value ?? null}
          onChange={(event) => onChange?.(event.target.value)}
          options={[
            { value: '是', label: t.common.yes },
            { value: '否', label: t.common.no },
          ]}
        />
      )
    case 'code':
      return (
        <Select
          {...common}
          value={value || null}
          onChange={(word) => onChange?.(word ?? '')}
          options={ask.values.map((word) => ({ value: word, label: word }))}
        />
      )
    default:
      return (
        <Input
          {...common}
          value={value ?? ''}
          maxLength={60}
          inputMode={ask.kind === 'text' ? 'text' : 'decimal'}
          suffix={ask.unit ? <span className="muted">{ask.unit}</span> : undefined}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )
  }
}
