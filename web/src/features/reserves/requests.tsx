import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Space, Tag, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay, useMe } from '@/auth/session'
import { Amount } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ProblemAlert } from '@/components/problem'
import { useT, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'

type Asked = components['schemas']['ReserveRequest']

interface Verdict {
  id: string
  yes: boolean
  opinion: string
}

function decide({ id, yes, opinion }: Verdict, key: string) {
  const operation = yes ? 'disburse.reserve.approve' : 'disburse.reserve.reject'
  return call(operation, { path: { id }, body: { opinion }, key })
}

function DecideDialog({ one, onClose }: { one: Asked; onClose: () => void }) {
  const t = useT()
  const words = t.cases.reserves
  const [form] = Form.useForm<{ opinion: string }>()
  const command = useCommand(decide, {
    success: t.common.done,
    touches: [['reserves']],
    quiet: true,
    onDone: onClose,
  })
  const take = async (yes: boolean) => {
    const { opinion } = await form.validateFields()
    command.run({ id: one.id, yes, opinion: opinion.trim() })
  }
  return (
    <Modal
      open
      title={words.decide}
      onCancel={onClose}
      footer={
        <Space wrap>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button danger loading={command.pending} onClick={() => void take(false)}>
            {words.reject}
          </Button>
          <Button type="primary" loading={command.pending} onClick={() => void take(true)}>
            {words.approve}
          </Button>
        </Space>
      }
    >
      <p>
        {one.township.name} · <Amount value={one.amount} exact /> · {one.document}
      </p>
      <Form form={form} layout="vertical">
        <Form.Item
          name="opinion"
          label={words.opinion}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

const COLOURS: Record<string, string> = {
  proposed: 'orange',
  approved: 'green',
  rejected: 'default',
}

/** What one person asked for a reserve, and another approves or refuses. */
export function ReserveRequests() {
  const t = useT()
  const may = useMay()
  const me = useMe()
  const words = t.cases.reserves
  const query = useQuery({
    queryKey: ['reserves', 'requests'],
    queryFn: ({ signal }) => call('disburse.reserve.requests', { signal }),
  })
  const [deciding, setDeciding] = useState<Asked | null>(null)
  const mayDecide = may('disburse.reserve.approve')
  const own = me.id
  const columns = useMemo<TableColumn<Asked>[]>(
    () => [
      {
        key: 'township',
        title: words.township,
        fixedIn: true,
        render: (_v, one) => one.township.full_name,
      },
      {
        key: 'amount',
        title: words.amount,
        numeric: true,
        render: (_v, one) => <Amount value={one.amount} exact />,
      },
      { key: 'document', title: words.document, render: (_v, one) => one.document },
      {
        key: 'status',
        title: words.status,
        render: (_v, one) => (
          <Tag color={COLOURS[one.status]}>{wordFor(words.statuses, one.status)}</Tag>
        ),
      },
      {
        key: 'asked',
        title: words.askedBy,
        render: (_v, one) => `${one.proposed_by.name} ${formatTime(one.proposed_at)}`,
      },
      {
        key: 'decided',
        title: words.decidedBy,
        render: (_v, one) =>
          one.decided_by
            ? `${one.decided_by.name} ${one.decided_at ? formatTime(one.decided_at) : ''}${one.opinion ? ` · ${one.opinion}` : ''}`
            : '',
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, one) =>
          mayDecide && one.status === 'proposed' ? (
            one.proposed_by.id === own ? (
              <Typography.Text type="secondary">{words.another}</Typography.Text>
            ) : (
              <Button size="small" onClick={() => setDeciding(one)}>
                {words.decide}
              </Button>
            )
          ) : null,
      },
    ],
    [t, words, mayDecide, own],
  )
  return (
    <section aria-label={words.requests}>
      <Typography.Title level={2} style={{ fontSize: 16, marginTop: 24 }}>
        {words.requests}
      </Typography.Title>
      <DataTable
        name="reserve-requests"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.noRequests}
      />
      {deciding && <DecideDialog one={deciding} onClose={() => setDeciding(null)} />}
    </section>
  )
}
