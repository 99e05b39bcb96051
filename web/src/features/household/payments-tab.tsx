import { Empty, Table } from 'antd'
import { useMemo, useState } from 'react'
import type { HouseholdPayment, Items } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Amount } from '@/components/amount'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { ExplanationDrawer } from '@/features/explain/drawer'
import { useT, useWord, wordFor } from '@/i18n'
import { sum } from '@/lib/money'
import { usePayments } from './api'
import styles from './household.module.css'
import { type MatrixRow, paymentMatrix } from './payments-matrix'

/** One payment; whose it is stands before it where the cell has several. */
function Cell(props: { payment: HouseholdPayment; named: boolean; onOpen: () => void }) {
  const { payment, named, onOpen } = props
  const t = useT()
  const may = useMay()
  return (
    <div className={styles.month} title={payment.person.name}>
      {named && <span className="faint">{payment.person.name} </span>}
      {payment.kind !== 'current' && (
        <span className="faint">{wordFor(t.households.payments.kinds, payment.kind)} </span>
      )}
      {may('disburse.line.explain') ? (
        <button
          type="button"
          className="link-button"
          onClick={onOpen}
          aria-label={`${t.households.payments.explain} ${payment.month} ${payment.person.name} ${payment.amount}`}
        >
          <Amount value={payment.amount} exact />
        </button>
      ) : (
        <Amount value={payment.amount} exact />
      )}
    </div>
  )
}

function Payments({ items }: Items<HouseholdPayment>) {
  const t = useT()
  const word = useWord()
  const [open, setOpen] = useState<HouseholdPayment | null>(null)
  const { columns, rows } = useMemo(() => paymentMatrix(items), [items])
  const words = t.households.payments
  if (items.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />
  return (
    <>
      <p className={styles.hint}>{words.hint}</p>
      <Table<MatrixRow>
        size="small"
        rowKey="month"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t.common.month, dataIndex: 'month', className: 'num' },
          ...columns.map((column) => ({
            key: column.key,
            title: [...new Set([word(column.programme), word(column.component)])].join(' · '),
            align: 'right' as const,
            className: 'num',
            render: (_v: unknown, row: MatrixRow) =>
              row.cells[column.key]?.map((payment, _at, all) => (
                <Cell
                  key={`${payment.person.id}${payment.kind}${payment.for_month}${payment.seq}`}
                  payment={payment}
                  named={all.length > 1}
                  onOpen={() => setOpen(payment)}
                />
              )),
          })),
          {
            title: t.common.total,
            align: 'right',
            className: 'num',
            render: (_v, row) => (
              <b>
                <Amount value={row.total} exact />
              </b>
            ),
          },
          {
            title: t.common.status,
            render: (_v, row) => {
              const first = Object.values(row.cells)[0]?.[0]
              return first ? (
                <Status tone={toneOf(first.status)}>
                  {wordFor(
                    { ...t.disburse.batch.paymentStatuses, ...t.disburse.statuses },
                    first.status,
                  )}
                </Status>
              ) : null
            },
          },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={columns.length + 1}>
              <b>{t.common.total}</b>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right" className="num">
              <b>
                <Amount value={sum(items.map((item) => item.amount))} exact />
              </b>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} />
          </Table.Summary.Row>
        )}
      />
      {open && (
        <ExplanationDrawer
          line={{
            programme: open.programme.key,
            month: open.month,
            person: open.person.id,
            component: open.component.key,
            kind: open.kind,
            for_month: open.for_month,
            seq: open.seq,
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

export function PaymentsTab({ household }: { household: string }) {
  const query = usePayments(household)
  return (
    <div className={styles.tab}>
      <QueryGate query={query}>{(data) => <Payments items={data.items} />}</QueryGate>
    </div>
  )
}
