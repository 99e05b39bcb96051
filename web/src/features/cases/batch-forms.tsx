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
  opinion: boolean
}

const plain = (field: Field) => !field.rows && !['signature', 'file'].includes(field.kind)

/** The forms that any of the cases lacks, with the first case that lacks each. */
function lacking(answer: BatchAnswer | null) {
  const found = new Map<string, string>()
  for (const { case: id, forms } of answer?.results ?? [])
    for (const { form } of forms) if (!found.has(form)) found.set(form, id)
  return [...found].map(([form, id]) => ({ id, form }))
}

/** What the lacking forms ask, apart from what differs from case to case. */
export function useAsked(answer: BatchAnswer | null): Asked[] {
  const forms = lacking(answer)
  return useSheets(forms).flatMap(({ data }, at) => {
    const id = forms[at]?.id
    if (!data || !id) return []
    const known = (field: Field) => (data.values as Values)[field.name] ?? ''
    const fields = data.fields.filter(
      (field) => plain(field) && field.of !== 'case' && known(field) === '',
    )
    return [
      {
        id,
        form: data.form,
        zh: data.zh,
        en: data.en,
        fields: fields
          .filter(({ name }) => name !== opinion)
          .map((field) => (field.needed === 'sometimes' ? { ...field, needed: 'no' } : field)),
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
        onChange={(next) => onChange({ ...values, [one.form]: next })}
        filling={{
          caseId: one.id,
          asked: [],
          faults: [],
          settle: () => Promise.resolve(''),
          signer: '',
        }}
      />
    </fieldset>
  ))
}
