import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useSpeech } from '@/i18n'
import type { Fault, Field, Value, Values } from './api'
import { FieldInput } from './field-input'
import styles from './forms.module.css'

export interface Filling {
  caseId: string
  /** Pointers of the fields that other fields ask for. */
  asked: string[]
  /** Faults to show. */
  faults: Fault[]
  settle: () => Promise<string>
  /** Lets the form wait for what is on its way to a field, as an upload is. */
  during: <T>(work: Promise<T>) => Promise<T>
  signer: string
}

/** What a field makes of the values as they stand then: others may be typed in meanwhile. */
export type Change = (values: Values) => Values

interface Props {
  fields: Field[]
  values: Values
  path: string
  onChange: (change: Change) => void
  filling: Filling
}

function filled(value: Value): boolean {
  return value !== null && value !== undefined && value !== '' && value !== false
}

function Rows({ fields, values, path, onChange, filling, field }: Props & { field: Field }) {
  const { t } = useSpeech()
  const rowsOf = (all: Values) =>
    (Array.isArray(all[field.name]) ? all[field.name] : []) as Values[]
  const rows = rowsOf(values)
  const put = (change: (rows: Values[]) => Values[]) =>
    onChange((all) => ({ ...all, [field.name]: change(rowsOf(all)) }))
  const at = `${path}/${field.name}`
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => (
        // A row has no key of its own; its place is what it is known by, here and at the server.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
        <fieldset key={index} className={styles.row}>
          <legend>
            {index + 1}. {String(row.姓名 ?? row.种类 ?? row.类别 ?? '')}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t.forms.removeRow}
              onClick={() => put((all) => all.filter((_one, n) => n !== index))}
            />
          </legend>
          <FormFields
            fields={fields}
            values={row}
            path={`${at}/${index}`}
            filling={filling}
            onChange={(change) =>
              put((all) => all.map((one, n) => (n === index ? change(one) : one)))
            }
          />
        </fieldset>
      ))}
      {rows.length < (field.rows?.max ?? 60) && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => put((all) => [...all, {}])}>
          {t.forms.addRow}
        </Button>
      )}
    </div>
  )
}

/** The fields of a form or of one row, in their order; those that only others ask for when asked. */
export function FormFields({ fields, values, path, onChange, filling }: Props) {
  const { language } = useSpeech()
  const shown = fields.filter(
    (field) =>
      field.needed !== 'sometimes' ||
      filled(values[field.name]) ||
      filling.asked.includes(`${path}/${field.name}`),
  )
  return (
    <div className={styles.grid}>
      {shown.map((field) => {
        const at = `${path}/${field.name}`
        const fault = filling.faults.find((one) => one.pointer === at)
        const wide = ['long_text', 'rows', 'codes'].includes(field.kind)
        const id = `f${at.replace(/\//g, '-')}`
        const said = fault && (language === 'zh' ? fault.zh : fault.en)
        return (
          <Form.Item
            key={field.name}
            className={wide ? styles.wide : undefined}
            label={language === 'zh' ? field.name : `${field.en} ${field.name}`}
            htmlFor={id}
            required={field.needed !== 'no'}
            extra={field.note ?? undefined}
            validateStatus={fault ? 'error' : undefined}
            help={field.rows ? undefined : said}
          >
            {field.rows ? (
              <>
                {said && (
                  // Above the rows, which may be long: whoever is led to it reads it.
                  <p id={id} tabIndex={-1} className={styles.fault}>
                    {said}
                  </p>
                )}
                <Rows
                  fields={field.rows.fields}
                  field={field}
                  values={values}
                  path={path}
                  onChange={onChange}
                  filling={filling}
                />
              </>
            ) : (
              <FieldInput
                id={id}
                field={field}
                value={values[field.name]}
                onChange={(value) => onChange((all) => ({ ...all, [field.name]: value }))}
                caseId={filling.caseId}
                settle={filling.settle}
                during={filling.during}
                signer={filling.signer}
              />
            )}
          </Form.Item>
        )
      })}
    </div>
  )
}
