import { Table } from 'antd'
import { Link } from 'react-router'
import type { Parameter } from '@/api/contract'
import { Status } from '@/components/status'
import { useSpeech, wordFor } from '@/i18n'
import { CiteLink } from './formula'
import { type PolicyScope, scoped } from './scope'

/** Values with their dates, places and clauses; one parameter at different times, or several. */
export function ValueTable({
  values,
  scope,
  unnamed = false,
}: {
  values: Parameter[]
  scope: PolicyScope
  unnamed?: boolean
}) {
  const { t, language } = useSpeech()
  const words = t.policy.parameters
  return (
    <Table<Parameter>
      size="small"
      rowKey={(one) => `${one.name}${one.place.code}${one.from}`}
      pagination={false}
      dataSource={values}
      scroll={{ x: 'max-content' }}
      columns={[
        ...(unnamed
          ? []
          : [
              {
                key: 'name',
                title: words.name,
                render: (_v: unknown, one: Parameter) => (
                  <Link to={scoped(`/parameters/${encodeURIComponent(one.name)}`, scope)}>
                    {language === 'zh' ? one.name : one.en || one.name}
                  </Link>
                ),
              },
            ]),
        {
          key: 'value',
          title: words.value,
          align: 'right' as const,
          render: (_v, one) => (
            <b className="num">{wordFor({ true: t.common.yes, false: t.common.no }, one.value)}</b>
          ),
        },
        { key: 'unit', title: words.unit, render: (_v, one) => one.unit },
        {
          key: 'valid',
          title: words.valid,
          className: 'num',
          render: (_v, one) => t.common.period(one.from, one.to ?? null),
        },
        { key: 'place', title: words.place, render: (_v, one) => one.place.name },
        {
          key: 'cite',
          title: words.cite,
          render: (_v, one) => (
            <div className="muted cite">
              <CiteLink cite={one.cite} scope={scope} />
            </div>
          ),
        },
        {
          key: 'verified',
          title: t.common.status,
          render: (_v, one) => (
            <Status tone={one.verified ? 'good' : 'wait'}>
              {one.verified ? words.verified : words.notVerified}
            </Status>
          ),
        },
      ]}
    />
  )
}
