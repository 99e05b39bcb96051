import { useT, useWord } from '@/i18n'
import type { BatchAnswer } from './api'
import { type Field, useSheets, type Values } from './forms/api'
import { FormFields } from './forms/form-fields'

/** The field of a form that the opinion of the batch stands in. */
const opinion = '意见'

/** What an officer writes once for all cases, by form. */
export type Written = Record<string, Values>

interface Asked {
  /** A case that lacks it. */
  id: string
  form: string
  zh: string
  en: string
  /** What is to be written; what is known of each case stands in its form anyway. */
  fields: Field[]
  /** Pointers of the fields that others ask for, in any of the cases. */
  asked: string[]
  opinion: boolean
}

const plain = (field: Field) => !field.rows && !['signature', 'file'].includes(field.kind)

/** The forms that any of the cases lacks, with the first case that lacks each. */
function lacking(answer: BatchAnswer | null) {
  const found = new Map<string, { id: string; form: string; asked: string[] }>()
  for (const { case: id, forms } of answer?.results ?? [])
    for (const { form, asked } of forms) {
      const one = found.get(form) ?? { id, form, asked: [] }
      found.set(form, { ...one, asked: [...one.asked, ...asked] })
    }
  return [...found.values()]
}

/** What the lacking forms ask, apart from what differs from case to case. */
export function useAsked(answer: BatchAnswer | null): Asked[] {
  const forms = lacking(answer)
  return useSheets(forms).flatMap(({ data }, at) => {
    const lack = forms[at]
    if (!data || !lack) return []
    const known = (field: Field) => (data.values as Values)[field.name] ?? ''
    const fields = data.fields.filter(
      (field) => plain(field) && field.of !== 'case' && known(field) === '',
    )
    return [
      {
        ...lack,
        zh: data.zh,
        en: data.en,
        fields: fields.filter(({ name }) => name !== opinion),
        opinion: fields.some(({ name }) => name === opinion),
      },
    ]
  })
}

/** What stands in the forms: what was written, else a code that reads as the outcome does, as 予以确认. */
export function begun(asked: Asked[], outcome: string, values: Written): Written {
  const same = ({ kind, values }: Field) => kind === 'code' && values.includes(outcome)
  return Object.fromEntries(
    asked.map(({ form, fields }) => [
      form,
      {
        ...Object.fromEntries(fields.filter(same).map(({ name }) => [name, outcome])),
        ...values[form],
      },
    ]),
  )
}

/** The choices on which other fields of their form hang, as one text; empty where none was made. */
export function weighed(asked: Asked[], values: Written): string {
  const hang = asked.filter(({ fields }) => fields.some((one) => one.needed === 'sometimes'))
  const chosen = hang.flatMap(({ form, fields }) =>
    fields
      .filter(({ kind }) => kind === 'code' || kind === 'boolean')
      .flatMap(({ name }) => {
        const value = values[form]?.[name]
        return value ? [`${form}.${name}=${String(value)}`] : []
      }),
  )
  return chosen.join('&')
}

/** What is handed in: what was written, with the opinion where the form has a place for it. */
export function written(asked: Asked[], values: Written, reason: string): Written {
  return Object.fromEntries(
    asked.map((one) => [
      one.form,
      { ...values[one.form], ...(one.opinion && reason ? { [opinion]: reason } : {}) },
    ]),
  )
}

/** The forms of the step, written once for all cases that lack them. */
export function BatchForms({
  asked,
  values,
  onChange,
}: {
  asked: Asked[]
  values: Written
  onChange: (values: Written) => void
}) {
  const t = useT()
  const word = useWord()
  return asked.map((one) => (
    <fieldset key={one.form} style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <b>{word(one)}</b> <span className="muted">{t.cases.batch.formNote}</span>
      </legend>
      <FormFields
        fields={one.fields}
        values={values[one.form] ?? {}}
        path=""
        onChange={(change) => onChange({ ...values, [one.form]: change(values[one.form] ?? {}) })}
        filling={{
          caseId: one.id,
          asked: one.asked,
          faults: [],
          settle: () => Promise.resolve(''),
          during: (work) => work,
          signer: '',
        }}
      />
    </fieldset>
  ))
}
