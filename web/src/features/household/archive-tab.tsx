import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Space, Table } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import { apiUrl, download } from '@/api/request'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { useNotify } from '@/components/notify'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { toPrinter } from '@/lib/printer'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'

type Archive = components['schemas']['HouseholdArchive']
type Bound = components['schemas']['BoundArchive']
type NewArchive = components['schemas']['NewArchive']

function make({ household, ...body }: NewArchive & { household: string }, key: string) {
  return call('decide.archive.print', { path: { id: household }, body, key })
}

/** Asks what for, binds, and shows the directory with its page numbers. */
function MakeDialog({ household, onClose }: { household: string; onClose: () => void }) {
  const t = useT()
  const words = t.cases.archive
  const notify = useNotify()
  const [form] = Form.useForm<NewArchive>()
  const [bound, setBound] = useState<Bound | null>(null)
  const command = useCommand(make, {
    touches: [['household', household, 'archives']],
    quiet: true,
    onDone: setBound,
  })
  const fetch = (one: Bound) =>
    void download(`/archives/${one.id}`, 'archive.pdf').catch((error) =>
      notify.problem(toProblem(error)),
    )
  return (
    <Modal
      open
      title={bound ? words.done(bound.pages) : words.make}
      okText={bound ? words.open : words.make}
      cancelText={bound ? t.common.close : t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => (bound ? fetch(bound) : form.submit())}
    >
      {bound ? (
        <Table
          size="small"
          pagination={false}
          rowKey="page"
          scroll={{ y: 320 }}
          dataSource={bound.directory}
          columns={[
            {
              title: words.paper,
              render: (_v, line) => (
                <>
                  {line.chapter && <div className="muted">{line.chapter}</div>}
                  {line.title}
                </>
              ),
            },
            { title: words.day, dataIndex: 'day', className: 'num nowrap' },
            { title: words.page, dataIndex: 'page', align: 'right', className: 'num' },
          ]}
        />
      ) : (
        <>
          <p className="muted">{words.note}</p>
          <Form<NewArchive>
            form={form}
            layout="vertical"
            initialValues={{ large: false }}
            onFinish={(entered) => command.run({ ...entered, household })}
          >
            <Form.Item
              name="reason"
              label={words.reason}
              rules={[{ required: true, whitespace: true, message: t.common.required }]}
            >
              <Input autoFocus maxLength={200} placeholder={words.reasonHint} />
            </Form.Item>
            <Form.Item name="large" valuePropName="checked">
              <Checkbox>{words.large}</Checkbox>
            </Form.Item>
          </Form>
          {command.problem && <ProblemAlert problem={command.problem} />}
        </>
      )}
    </Modal>
  )
}

/** The archives that were bound of a household: who, when, what for. */
export function ArchiveTab({ household }: { household: string }) {
  const t = useT()
  const may = useMay()
  const notify = useNotify()
  const words = t.cases.archive
  const [making, setMaking] = useState(false)
  const query = useQuery({
    queryKey: ['household', household, 'archives'],
    queryFn: ({ signal }) => call('decide.archive.list', { path: { id: household }, signal }),
  })
  const columns = useMemo<TableColumn<Archive>[]>(() => {
    const failed = (error: unknown) => notify.problem(toProblem(error))
    return [
      {
        key: 'at',
        title: t.forms.when,
        className: 'num nowrap',
        render: (_v, a) => formatTime(a.at),
      },
      { key: 'by', title: t.forms.by, render: (_v, a) => a.by.name },
      { key: 'reason', title: words.reason, render: (_v, a) => a.reason },
      { key: 'cases', title: words.cases, numeric: true, render: (_v, a) => a.cases },
      { key: 'items', title: words.items, numeric: true, render: (_v, a) => a.items },
      { key: 'pages', title: words.pages, numeric: true, render: (_v, a) => a.pages },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, a) =>
          a.mine ? (
            <Space wrap>
              <Button
                size="small"
                onClick={() => void download(`/archives/${a.id}`, 'archive.pdf').catch(failed)}
              >
                {words.open}
              </Button>
              <Button
                size="small"
                icon={<PrinterOutlined />}
                onClick={() =>
                  void toPrinter(apiUrl(`/archives/${a.id}`, { format: 'html' })).catch(failed)
                }
              >
                {words.print}
              </Button>
            </Space>
          ) : (
            <span className="muted">{words.others}</span>
          ),
      },
    ]
  }, [t, words, notify])
  return (
    <>
      <DataTable
        name="archives"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.empty}
        tools={
          may('decide.archive.print') && (
            <Button size="small" type="primary" onClick={() => setMaking(true)}>
              {words.make}
            </Button>
          )
        }
      />
      {making && <MakeDialog household={household} onClose={() => setMaking(false)} />}
    </>
  )
}
