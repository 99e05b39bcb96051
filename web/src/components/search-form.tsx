import { Button, Form } from 'antd'
import { Children, type ReactNode, useEffect, useState } from 'react'
import { useT } from '@/i18n'
import styles from './search-form.module.css'

interface SearchFormProps<F> {
  values: F
  onSearch: (values: F) => void
  onReset: () => void
  children: ReactNode
}

/**
 * The search row: Enter queries, Reset clears, and the address keeps what was asked.
 * A phone shows the first field; the others open when asked for, or when one of them is in use.
 */
export function SearchForm<F extends Record<string, string>>({
  values,
  onSearch,
  onReset,
  children,
}: SearchFormProps<F>) {
  const t = useT()
  const [form] = Form.useForm<F>()
  const digest = JSON.stringify(values)
  useEffect(() => {
    form.setFieldsValue(JSON.parse(digest))
  }, [form, digest])
  const [open, setOpen] = useState(() => Object.values(values).slice(1).some(Boolean))
  return (
    <Form<F>
      form={form}
      name="search"
      role="search"
      className={`panel no-print ${styles.form} ${open ? '' : styles.closed}`}
      initialValues={values}
      onFinish={(entered) =>
        onSearch(
          Object.fromEntries(
            Object.entries(entered).map(([name, value]) => [
              name,
              typeof value === 'string' ? value.trim() : (value ?? ''),
            ]),
          ) as F,
        )
      }
    >
      {children}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit">
          {t.common.query}
        </Button>
        <Button onClick={onReset}>{t.common.reset}</Button>
        {Children.count(children) > 1 && (
          <Button
            className={styles.more ?? ''}
            type="link"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t.common.fewerFilters : t.common.moreFilters}
          </Button>
        )}
      </div>
    </Form>
  )
}

/** One field of the search row, with its label in the control's own line. */
export function SearchField({
  name,
  label,
  wide,
  children,
}: {
  name: string
  label: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      className={wide ? styles.wide : styles.field}
      colon={false}
    >
      {children}
    </Form.Item>
  )
}
