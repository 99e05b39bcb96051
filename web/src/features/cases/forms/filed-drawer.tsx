import { Descriptions, Drawer, Table } from 'antd'
import { QueryGate } from '@/components/query-gate'
import { useSpeech } from '@/i18n'
import { formatTime } from '@/lib/time'
import { type Field, useFiled, type Value, type Values } from './api'
import { RestsOn } from './rests-on'

interface Props {
  id: string
  form: string
  subject: string | null
  onClose: () => void
}

/** A form as it was handed in, for reading and for the printer. */
export function FiledDrawer({ id, form, subject, onClose }: Props) {
  const { language, t } = useSpeech()
  const query = useFiled(id, form, subject)
  const shown = (field: Field, value: Value): string => {
    if (value === null || value === undefined) return '—'
    if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
    if (field.kind === 'signature') return t.forms.signedMark
    if (field.kind === 'file') return t.forms.fileThere
    if (Array.isArray(value)) return value.join('、')
    return `${String(value)}${field.unit ? ` ${field.unit}` : ''}`
  }
  const label = (field: Field) => (language === 'zh' ? field.name : field.en)
  return (
    <Drawer open size="min(960px, 100vw)" title={t.forms.filed} onClose={onClose} destroyOnHidden>
      <QueryGate query={query}>
        {(one) => {
          const values = one.values as unknown as Values
          return (
            <>
              <h3>{language === 'zh' ? one.zh : one.en}</h3>
              <p className="muted">
                {one.by.name} · {formatTime(one.at)} ·{' '}
                {t.forms.version(one.versions.indexOf(one.version) + 1, one.versions.length)}
              </p>
              <RestsOn basis={one.rests_on} />
              <Descriptions
                bordered
                size="small"
                column={{ xs: 1, md: 2 }}
                items={one.fields
                  .filter((field) => !field.rows)
                  .map((field) => ({
                    key: field.name,
                    label: label(field),
                    children: shown(field, values[field.name]),
                  }))}
              />
              {one.fields
                .filter((field) => field.rows && Array.isArray(values[field.name]))
                .map((field) => (
                  <section key={field.name}>
                    <h4>{label(field)}</h4>
                    <Table
                      size="small"
                      pagination={false}
                      scroll={{ x: true }}
                      rowKey={(row) => (values[field.name] as Values[]).indexOf(row)}
                      dataSource={values[field.name] as Values[]}
                      columns={field.rows?.fields.map((inner) => ({
                        key: inner.name,
                        title: label(inner),
                        render: (_v: unknown, row: Values) => shown(inner, row[inner.name]),
                      }))}
                    />
                  </section>
                ))}
            </>
          )
        }}
      </QueryGate>
    </Drawer>
  )
}
