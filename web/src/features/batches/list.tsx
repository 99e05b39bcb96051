import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Batch } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Amount, Count, useAmountTitle } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField, MonthField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { noFilters, useBatches } from './api'
import styles from './batches.module.css'
import { CreateDialog } from './create-dialog'

export default function BatchesPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState(noFilters)
  const query = useBatches(list.filters, list.page, list.limit)
  const [creating, setCreating] = useState(false)
  const words = t.disburse.batch
  const money = useAmountTitle()()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Batch>[]>(
    () => [
      {
        key: 'number',
        title: words.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/batches/${one.id}`}>{one.number}</Link>,
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(words.statuses, one.status)}</Status>
        ),
      },
      { key: 'month', title: t.common.month, className: 'num', render: (_v, one) => one.month },
      { key: 'bank', title: words.bank, render: (_v, one) => word(one.bank) },
      {
        key: 'programmes',
        title: words.programmes,
        className: styles.programmes,
        render: (_v, one) => {
          const names = t.common.list(one.programmes.map(word))
          return <span title={names}>{names}</span>
        },
      },
      {
        key: 'count',
        title: words.count,
        numeric: true,
        render: (_v, one) => <Count value={one.count} />,
      },
      {
        key: 'amount',
        title: money,
        numeric: true,
        render: (_v, one) => <Amount value={one.amount} />,
      },
      {
        key: 'paid',
        title: words.paid,
        numeric: true,
        render: (_v, one) => <Count value={one.paid.count} />,
      },
      {
        key: 'rejected',
        title: words.rejected,
        numeric: true,
        render: (_v, one) => (
          <span className={one.rejected.count > 0 ? 'up' : ''}>
            <Count value={one.rejected.count} />
          </span>
        ),
      },
    ],
    [t, words, money],
  )
  const total = query.data?.total
  return (
    <Page
      title={words.title}
      crumbs={[{ title: t.shell.menu.money }, { title: words.title }]}
      actions={
        may('disburse.batch.create') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        )
      }
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="month" label={t.common.month}>
          <MonthField />
        </SearchField>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={words.statuses} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="batches"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/batches/${one.id}`)}
        totals={total?.amount ? { amount: <Amount value={total.amount} /> } : undefined}
      />
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}
