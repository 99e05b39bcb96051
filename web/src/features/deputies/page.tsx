import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Popconfirm, Space } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DateField } from '@/components/fields'
import { Page } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { Status } from '@/components/status'
import { ColleagueField } from '@/features/cases/colleague-field'
import { HandOverDialog } from '@/features/cases/hand-over-dialog'
import { useT } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'

type Deputy = components['schemas']['Deputy']
type NewDeputy = components['schemas']['NewDeputy']

const appoint = (body: NewDeputy, key: string) => call('decide.deputy.create', { body, key })
const end = (id: string, key: string) => call('decide.deputy.end', { path: { id }, key })

function stateOf(one: Deputy): 'coming' | 'now' | 'over' {
  const day = today()
  if (one.ended_on || one.to < day) return 'over'
  return one.from > day ? 'coming' : 'now'
}

const tones = { coming: 'plain', now: 'good', over: 'done' } as const

function AppointDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const words = t.cases.deputies
  const [form] = Form.useForm<NewDeputy>()
  const command = useCommand(appoint, {
    success: t.common.done,
    touches: [['deputies']],
    quiet: true,
    onDone: onClose,
  })
  const required = { required: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.create}
      okText={words.create}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.note}</p>
      <Form<NewDeputy>
        form={form}
        layout="vertical"
        initialValues={{ from: today() }}
        onFinish={command.run}
      >
        <Form.Item name="absent" label={words.absent} rules={[required]}>
          <ColleagueField />
        </Form.Item>
        <Form.Item name="deputy" label={words.deputy} rules={[required]}>
          <ColleagueField />
        </Form.Item>
        <Form.Item name="from" label={words.from} rules={[required]}>
          <DateField allowClear={false} />
        </Form.Item>
        <Form.Item name="to" label={words.to} rules={[required]}>
          <DateField allowClear={false} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** Who stands in for whom, from a day to a day, and work that changes hands. */
export default function DeputiesPage() {
  const t = useT()
  const may = useMay()
  const words = t.cases.deputies
  const query = useQuery({
    queryKey: ['deputies'],
    queryFn: ({ signal }) => call('decide.deputy.list', { signal }),
  })
  const ending = useCommand(end, { success: t.common.done, touches: [['deputies']] })
  const [dialog, setDialog] = useState<'appoint' | 'move' | null>(null)
  const mayAppoint = may('decide.deputy.create')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the command is the same throughout.
  const columns = useMemo<TableColumn<Deputy>[]>(
    () => [
      { key: 'absent', title: words.absent, fixedIn: true, render: (_v, d) => d.absent.name },
      { key: 'deputy', title: words.deputy, fixedIn: true, render: (_v, d) => d.deputy.name },
      { key: 'from', title: words.from, className: 'num', render: (_v, d) => d.from },
      { key: 'to', title: words.to, className: 'num', render: (_v, d) => d.to },
      {
        key: 'state',
        title: t.common.status,
        render: (_v, d) => (
          <Status tone={tones[stateOf(d)]}>
            {d.ended_on ? words.ended(d.ended_on) : words.states[stateOf(d)]}
          </Status>
        ),
      },
      { key: 'reason', title: t.common.reason, render: (_v, d) => d.reason },
      { key: 'by', title: words.madeBy, render: (_v, d) => d.made_by.name },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, d) =>
          mayAppoint &&
          stateOf(d) !== 'over' && (
            <Popconfirm
              title={words.endText}
              okText={words.end}
              cancelText={t.common.cancel}
              onConfirm={() => ending.run(d.id)}
            >
              <Button size="small">{words.end}</Button>
            </Popconfirm>
          ),
      },
    ],
    [t, words, mayAppoint],
  )
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: words.title }]}
    >
      <DataTable
        name="deputies"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.empty}
        tools={
          <Space>
            {may('decide.case.hand_over') && (
              <Button size="small" onClick={() => setDialog('move')}>
                {words.moveAll}
              </Button>
            )}
            {mayAppoint && (
              <Button size="small" type="primary" onClick={() => setDialog('appoint')}>
                {words.create}
              </Button>
            )}
          </Space>
        }
      />
      {dialog === 'appoint' && <AppointDialog onClose={() => setDialog(null)} />}
      {dialog === 'move' && <HandOverDialog cases={[]} onClose={() => setDialog(null)} />}
    </Page>
  )
}
