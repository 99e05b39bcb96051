import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Batch, Payment } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { Amount } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Status, toneOf } from '@/components/status'
import { useSpeech, wordFor } from '@/i18n'
import { useBatchPayments } from './api'

export function PaymentsPanel({ batch }: { batch: Batch }) {
  const { t, language } = useSpeech()
  const words = t.disburse.batch
  const [status, setStatus] = useState('')
  const [page, setPage] = useState(1)
  const [limit, setLimit] = useState(20)
  const query = useBatchPayments(batch.id, status, page, limit)
  const columns = useMemo<TableColumn<Payment>[]>(
    () => [
      { key: 'seq', title: words.seq, numeric: true, render: (_v, one) => one.seq },
      {
        key: 'payee',
        title: words.payee,
        fixedIn: true,
        render: (_v, one) => one.payee.name,
      },
      {
        key: 'id',
        title: t.common.idNumber,
        className: 'num',
        render: (_v, one) => one.payee.id_number,
      },
      { key: 'account', title: words.account, className: 'num', render: (_v, one) => one.account },
      {
        key: 'amount',
        title: t.common.withUnit(t.common.amount, t.common.unitYuan),
        numeric: true,
        render: (_v, one) => <Amount value={one.amount} exact />,
      },
      {
        key: 'households',
        title: t.common.households,
        numeric: true,
        render: (_v, one) => one.households,
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(words.paymentStatuses, one.status)}</Status>
        ),
      },
      {
        key: 'why',
        title: words.why,
        render: (_v, one) => (language === 'zh' ? one.reason_zh : one.reason_en),
      },
    ],
    [t, words, language],
  )
  return (
    <DataTable
      numbered={false}
      name="payments"
      columns={columns}
      data={query.data}
      rowKey={(one) => String(one.seq)}
      loading={query.isFetching}
      problem={query.error ? toProblem(query.error) : null}
      retry={() => void query.refetch()}
      page={page}
      limit={limit}
      onTurn={(nextPage, nextLimit) => {
        setPage(nextPage)
        setLimit(nextLimit)
      }}
      totals={{ amount: <Amount value={query.data?.total?.amount} exact /> }}
      tools={
        <Segmented
          size="small"
          value={status}
          onChange={(next) => {
            setStatus(String(next))
            setPage(1)
          }}
          options={[
            { value: '', label: t.common.all },
            { value: 'paid', label: words.paymentStatuses.paid },
            { value: 'rejected', label: words.paymentStatuses.rejected },
            { value: 'in_transit', label: words.paymentStatuses.in_transit },
          ]}
        />
      }
    />
  )
}
