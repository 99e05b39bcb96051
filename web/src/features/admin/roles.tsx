import { Table } from 'antd'
import type { Role } from '@/api/contract'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord, wordFor } from '@/i18n'
import { useRoles } from './api'

export default function RolesPage() {
  const t = useT()
  const word = useWord()
  const query = useRoles()
  const words = t.admin.roles
  return (
    <Page
      title={words.title}
      note={words.hint}
      crumbs={[{ title: t.shell.menu.admin }, { title: words.title }]}
    >
      <QueryGate query={query}>
        {(roles) => (
          <Panel flush>
            <Table<Role>
              size="small"
              rowKey="key"
              pagination={false}
              dataSource={roles}
              scroll={{ x: 'max-content' }}
              expandable={{
                expandedRowRender: (role) => (
                  <ul style={{ columns: '260px', margin: 0, paddingLeft: 18 }}>
                    {role.permissions.map((one) => (
                      <li key={one}>
                        <code>{one}</code>
                      </li>
                    ))}
                  </ul>
                ),
              }}
              columns={[
                { title: t.admin.users.role, render: (_v, one) => <b>{word(one)}</b> },
                { title: words.level, render: (_v, one) => wordFor(words.levels, one.level) },
                {
                  title: words.permissions,
                  align: 'right',
                  className: 'num',
                  render: (_v, one) => words.count(one.permissions.length),
                },
              ]}
            />
          </Panel>
        )}
      </QueryGate>
    </Page>
  )
}
