import { PlusOutlined } from '@ant-design/icons'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import type { Organisation } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { useOrganisations } from './api'
import { OrganisationDialog } from './organisation-dialog'
import { type OrganisationNode, organisationTree } from './tree'

export default function OrganisationsPage() {
  const t = useT()
  const may = useMay()
  const query = useOrganisations()
  const [open, setOpen] = useState<Organisation | 'new' | null>(null)
  const words = t.admin.organisations
  return (
    <Page
      title={words.title}
      crumbs={[{ title: t.shell.menu.admin }, { title: words.title }]}
      actions={
        may('directory.organisation.create') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            {words.create}
          </Button>
        )
      }
    >
      <QueryGate query={query}>
        {({ items }) => {
          const tree = organisationTree(items)
          return (
            <Panel flush>
              <Table<OrganisationNode>
                size="small"
                rowKey="id"
                pagination={false}
                dataSource={tree}
                scroll={{ x: 'max-content' }}
                expandable={{ defaultExpandedRowKeys: tree.map((one) => one.id) }}
                columns={[
                  { title: words.name, render: (_v, one) => one.name },
                  { title: words.kind, render: (_v, one) => wordFor(words.kinds, one.kind) },
                  { title: t.common.division, render: (_v, one) => one.division.full_name },
                  { title: words.phone, className: 'num', render: (_v, one) => one.phone ?? '' },
                  {
                    title: words.sections,
                    render: (_v, one) =>
                      one.sections.length === 0
                        ? t.common.all
                        : one.sections.map((section) => <Tag key={section}>{section}</Tag>),
                  },
                  {
                    title: t.common.status,
                    render: (_v, one) => (
                      <Status tone={toneOf(one.status)}>{wordFor(words.status, one.status)}</Status>
                    ),
                  },
                  {
                    title: t.common.actions,
                    render: (_v, one) =>
                      may('directory.organisation.update') && (
                        <Button size="small" type="link" onClick={() => setOpen(one)}>
                          {t.common.edit}
                        </Button>
                      ),
                  },
                ]}
              />
            </Panel>
          )
        }}
      </QueryGate>
      {open && (
        <OrganisationDialog
          organisation={open === 'new' ? null : open}
          all={query.data?.items ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}
