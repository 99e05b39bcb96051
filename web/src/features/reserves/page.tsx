import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Modal, Space } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { Amount } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { Page } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { useT, wordFor } from '@/i18n'
import { toFen } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { ReserveRequests } from './requests'

type Reserve = components['schemas']['Reserve']
type Entry = components['schemas']['ReserveEntry']

interface Entered {
  township: string
  amount: string
  document: string
}

function replenish({ township, ...body }: Entered, key: string) {
  return call('disburse.reserve.replenish', { path: { township }, body, key })
}

function ReplenishDialog({ township, onClose }: { township: string; onClose: () => void }) {
  const t = useT()
  const words = t.cases.reserves
  const [form] = Form.useForm<Entered>()
  const command = useCommand(replenish, {
    success: words.asked,
    touches: [['reserves']],
    quiet: true,
    onDone: onClose,
  })
  const required = { required: true, whitespace: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.replenish}
      okText={words.replenish}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ township }}
        onFinish={(entered) => command.run({ ...entered, document: entered.document.trim() })}
      >
        <Form.Item name="township" label={words.township} rules={[required]}>
          <DivisionField />
        </Form.Item>
        <Form.Item
          name="amount"
          label={words.amount}
          rules={[
            {
              validator: (_rule, text: string) =>
                (toFen(text ?? '') ?? 0n) > 0n
                  ? Promise.resolve()
                  : Promise.reject(new Error(t.decisions.propose.amountInvalid)),
            },
          ]}
        >
          <Input inputMode="decimal" maxLength={12} className="num" />
        </Form.Item>
        <Form.Item name="document" label={words.document} rules={[required]}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

function Entries({ one, onClose }: { one: Reserve; onClose: () => void }) {
  const t = useT()
  const words = t.cases.reserves
  const township = one.township.code
  const query = useQuery({
    queryKey: ['reserves', township],
    queryFn: ({ signal }) => call('disburse.reserve.entries', { path: { township }, signal }),
  })
  const columns = useMemo<TableColumn<Entry>[]>(
    () => [
      { key: 'seq', title: words.seq, numeric: true, fixedIn: true, render: (_v, e) => e.seq },
      { key: 'on', title: words.on, className: 'num', render: (_v, e) => e.on },
      { key: 'kind', title: words.kind, render: (_v, e) => wordFor(words.kinds, e.kind) },
      {
        key: 'amount',
        title: words.amount,
        numeric: true,
        render: (_v, e) => <Amount value={e.amount} exact />,
      },
      {
        key: 'balance',
        title: words.balance,
        numeric: true,
        render: (_v, e) => <Amount value={e.balance} exact />,
      },
      {
        key: 'note',
        title: words.document,
        render: (_v, e) => (e.case ? <Link to={`/cases/${e.case}`}>{e.note}</Link> : e.note),
      },
      { key: 'by', title: words.by, render: (_v, e) => e.by.name },
    ],
    [words],
  )
  return (
    <Drawer open size="large" title={`${words.title} · ${one.township.name}`} onClose={onClose}>
      <DataTable
        name="reserve-entries"
        numbered={false}
        columns={columns}
        data={query.data}
        rowKey={(e) => String(e.seq)}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
      />
    </Drawer>
  )
}

/** The cash that townships keep for emergencies: what came in, what was paid, what is left. */
export default function ReservesPage() {
  const t = useT()
  const may = useMay()
  const words = t.cases.reserves
  const query = useQuery({
    queryKey: ['reserves'],
    queryFn: ({ signal }) => call('disburse.reserve.list', { signal }),
  })
  const [filling, setFilling] = useState<string | null>(null)
  const [open, setOpen] = useState<Reserve | null>(null)
  const mayFill = may('disburse.reserve.replenish')
  const mayAsk = may('disburse.reserve.requests')
  const columns = useMemo<TableColumn<Reserve>[]>(
    () => [
      {
        key: 'township',
        title: words.township,
        fixedIn: true,
        render: (_v, one) => one.township.full_name,
      },
      {
        key: 'replenished',
        title: words.replenished,
        numeric: true,
        render: (_v, one) => <Amount value={one.replenished} exact />,
      },
      {
        key: 'paid',
        title: words.paid,
        numeric: true,
        render: (_v, one) => <Amount value={one.paid} exact />,
      },
      { key: 'payments', title: words.payments, numeric: true, render: (_v, one) => one.payments },
      {
        key: 'balance',
        title: words.balance,
        numeric: true,
        render: (_v, one) => <Amount value={one.balance} exact />,
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, one) => (
          <Space>
            <Button size="small" onClick={() => setOpen(one)}>
              {words.entries}
            </Button>
            {mayFill && (
              <Button size="small" onClick={() => setFilling(one.township.code)}>
                {words.replenish}
              </Button>
            )}
          </Space>
        ),
      },
    ],
    [t, words, mayFill],
  )
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.money }, { title: words.title }]}
    >
      <DataTable
        name="reserves"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.township.code}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.empty}
        tools={
          mayFill && (
            <Button size="small" type="primary" onClick={() => setFilling('')}>
              {words.replenish}
            </Button>
          )
        }
      />
      {mayAsk && <ReserveRequests />}
      {filling !== null && <ReplenishDialog township={filling} onClose={() => setFilling(null)} />}
      {open && <Entries one={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
