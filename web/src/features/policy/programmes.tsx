import { useQuery } from '@tanstack/react-query'
import { Flex, Table, Tag } from 'antd'
import { useState } from 'react'
import { call } from '@/api/client'
import type { ProgrammeComponent } from '@/api/contract'
import { given } from '@/api/given'
import { DateField } from '@/components/fields'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord, wordFor } from '@/i18n'

/** What each programme pays: its components, their formulas and their clauses, as the pack has them. */
export default function ProgrammesPage() {
  const t = useT()
  const word = useWord()
  const words = t.policy.programmes
  const [on, setOn] = useState('')
  const query = useQuery({
    queryKey: ['programmes', on],
    queryFn: ({ signal }) => call('policy.programme.list', { query: given({ on }), signal }),
  })
  return (
    <Page
      title={words.title}
      note={t.policy.parameters.hint}
      crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}
      actions={
        <div style={{ width: 150 }}>
          <DateField aria-label={words.on} placeholder={words.on} value={on} onChange={setOn} />
        </div>
      }
    >
      <QueryGate query={query}>
        {({ items }) =>
          items.map((programme) => (
            <Panel
              key={programme.key}
              title={word(programme)}
              extra={
                <Flex gap={6}>
                  <Tag>{wordFor(words.sections, programme.section)}</Tag>
                  <Tag>{programme.unit === 'household' ? words.byHousehold : words.byPerson}</Tag>
                </Flex>
              }
              flush
            >
              <Table<ProgrammeComponent>
                size="small"
                rowKey="key"
                pagination={false}
                dataSource={programme.components}
                scroll={{ x: 'max-content' }}
                columns={[
                  { title: words.component, width: 160, render: (_v, one) => word(one) },
                  {
                    title: words.entity,
                    width: 80,
                    render: (_v, one) => wordFor(words.entities, one.entity),
                  },
                  {
                    title: words.formula,
                    render: (_v, one) => (
                      <code style={{ whiteSpace: 'pre-wrap', display: 'block', maxWidth: 460 }}>
                        {one.formula}
                      </code>
                    ),
                  },
                  { title: words.unit, width: 80, dataIndex: 'unit' },
                  {
                    title: words.cite,
                    width: 260,
                    render: (_v, one) => <div className="muted cite">{one.cite}</div>,
                  },
                ]}
              />
            </Panel>
          ))
        }
      </QueryGate>
    </Page>
  )
}
