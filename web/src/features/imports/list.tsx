import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Import } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { fileNames, useImports } from './api'

const none = {}

export default function ImportsPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState(none)
  const query = useImports(list.page, list.limit)
  const words = t.imports
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Import>[]>(
    () => [
      {
        key: 'files',
        title: words.files,
        fixedIn: true,
        render: (_v, one) => <Link to={`/imports/${one.id}`}>{t.common.list(fileNames(one))}</Link>,
      },
      { key: 'kind', title: words.kind, render: (_v, one) => word(one.kind) },
      {
        key: 'households',
        title: words.totals.households,
        numeric: true,
        render: (_v, one) => <Count value={one.totals?.households} />,
      },
      {
        key: 'persons',
        title: words.totals.persons,
        numeric: true,
        render: (_v, one) => <Count value={one.totals?.persons} />,
      },
      {
        key: 'wrong',
        title: words.totals.wrong,
        numeric: true,
        render: (_v, one) => <Count value={one.totals?.wrong} />,
      },
      { key: 'by', title: t.common.operator, render: (_v, one) => one.created_by.name },
      {
        key: 'at',
        title: words.created,
        numeric: true,
        render: (_v, one) => formatTime(one.created_at),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(words.statuses, one.status)}</Status>
        ),
      },
    ],
    [t, words],
  )
  return (
    <Page
      title={words.title}
      crumbs={[{ title: t.shell.menu.people }, { title: words.title }]}
      actions={
        may('registry.import.create') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate('/imports/new')}>
            {words.new}
          </Button>
        )
      }
    >
      <DataTable
        name="imports"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/imports/${one.id}`)}
      />
    </Page>
  )
}
