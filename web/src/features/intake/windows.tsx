import { Button, Form, Input, InputNumber, Modal, Table } from 'antd'
import { useState } from 'react'
import { call } from '@/api/client'
import { useMay } from '@/auth/session'
import { DivisionField } from '@/components/division-field'
import { DateField } from '@/components/fields'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type Sign, useWindows, type Window } from './api'

type Entry = Sign & { division?: string; closed_on?: string }

function Dialog({ one, onClose }: { one: Window | null; onClose: () => void }) {
  const t = useT()
  const words = t.intake.windows
  const [form] = Form.useForm<Entry>()
  const save = ({ division, closed_on, ...sign }: Entry, key: string) =>
    one
      ? call('intake.window.change', {
          path: { id: one.id },
          version: one.version,
          body: { sign, closed_on: closed_on || null },
        })
      : call('intake.window.create', { body: { division: division ?? '', sign }, key })
  const command = useCommand(save, {
    success: t.common.done,
    touches: [['windows']],
    quiet: true,
    onDone: onClose,
  })
  const required = [{ required: true, message: t.common.required }]
  const text = (name: keyof Sign, focus = false) => (
    <Form.Item name={name} label={words[name]} rules={required}>
      <Input autoFocus={focus} maxLength={200} />
    </Form.Item>
  )
  return (
    <Modal
      open
      title={one ? words.change : words.add}
      okText={t.common.save}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={one ? { ...one, division: one.division.code } : { staff: 2 }}
        onFinish={command.run}
      >
        {!one && (
          <Form.Item name="division" label={t.common.division} rules={required}>
            <DivisionField />
          </Form.Item>
        )}
        {text('name', true)}
        {text('address')}
        {text('phone')}
        {text('hours')}
        <Form.Item name="staff" label={words.staff} rules={required}>
          <InputNumber min={0} max={1000} precision={0} />
        </Form.Item>
        {one && (
          <Form.Item name="closed_on" label={words.closed}>
            <DateField />
          </Form.Item>
        )}
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** The register of service windows. */
export default function WindowsPage() {
  const t = useT()
  const may = useMay()
  const words = t.intake.windows
  const query = useWindows()
  const [editing, setEditing] = useState<Window | 'new' | null>(null)
  return (
    <Page
      title={words.title}
      note={query.data ? words.note(query.data.townships, query.data.staff) : undefined}
      crumbs={[{ title: t.shell.menu.intake }, { title: words.title }]}
      actions={
        may('intake.window.create') && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <QueryGate query={query}>
        {({ items }) => (
          <Panel flush>
            <Table<Window>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={items}
              scroll={{ x: true }}
              columns={[
                { title: t.common.division, render: (_v, one) => one.division.full_name },
                { title: words.name, dataIndex: 'name' },
                { title: words.address, dataIndex: 'address' },
                { title: words.phone, dataIndex: 'phone', className: 'num' },
                { title: words.hours, dataIndex: 'hours' },
                { title: words.staff, dataIndex: 'staff', align: 'right' },
                {
                  title: t.common.status,
                  render: (_v, one) =>
                    one.closed_on ? `${words.closed} ${one.closed_on}` : words.open,
                },
                {
                  title: t.common.actions,
                  render: (_v, one) =>
                    may('intake.window.change') && (
                      <Button size="small" onClick={() => setEditing(one)}>
                        {words.change}
                      </Button>
                    ),
                },
              ]}
            />
          </Panel>
        )}
      </QueryGate>
      {editing && (
        <Dialog one={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}
