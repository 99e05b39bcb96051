import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { Page } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { type Run, useRuns } from './api'

const none = {}

interface Said {
  purpose: string
  division?: string
  reason?: string
}

function NewRunDialog({ onClose, onDone }: { onClose: () => void; onDone: (one: Run) => void }) {
  const t = useT()
  const words = t.verify
  const jobs = useJobs()
  const [form] = Form.useForm<Said>()
  const command = useCommand(
    ({ purpose, division, reason }: Said, key) =>
      call('verify.run.create', {
        body: { purpose, division: division || null, reason: reason || null },
        key,
      }),
    {
      touches: [['verification-runs']],
      quiet: true,
      onDone: (one) => {
        jobs.follow()
        onDone(one)
      },
    },
  )
  return (
    <Modal
      open
      title={words.newRun}
      okText={words.begin}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ purpose: 'supervision' }}
        onFinish={command.run}
      >
        <Form.Item name="purpose" label={words.purpose} extra={words.purposeHint}>
          <Radio.Group
            options={[
              { value: 'supervision', label: words.purposeNames.supervision },
              { value: 'discovery', label: words.purposeNames.discovery },
            ]}
          />
        </Form.Item>
        <Form.Item name="division" label={t.common.division} extra={words.divisionHint}>
          <DivisionField />
        </Form.Item>
        <Form.Item name="reason" label={words.why}>
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** Runs of one's own office. */
export default function RunsPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.verify
  const list = useListState(none)
  const query = useRuns(list.page, list.limit)
  const [opening, setOpening] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Run>[]>(() => {
    const count = (key: 'households' | 'persons' | 'fresh' | 'known' | 'gone') => ({
      key,
      title: words.counts[key],
      numeric: true,
      render: (_v: unknown, one: Run) => <Count value={one[key]} />,
    })
    return [
      {
        key: 'at',
        title: words.at,
        className: 'num',
        fixedIn: true,
        render: (_v, one) => (
          <Link to={`/verification-runs/${one.id}`}>{formatTime(one.created_at)}</Link>
        ),
      },
      { key: 'purpose', title: words.purpose, render: (_v, one) => word(one.purpose) },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(words.runStatuses, one.status)}</Status>
        ),
      },
      count('households'),
      count('persons'),
      count('fresh'),
      count('known'),
      count('gone'),
      { key: 'by', title: t.common.operator, render: (_v, one) => one.created_by.name },
    ]
  }, [t])
  return (
    <Page
      title={words.runs}
      note={words.runsNote}
      crumbs={[{ title: t.shell.menu.verify }, { title: words.runs }]}
      actions={
        may('verify.run.create') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {words.newRun}
          </Button>
        )
      }
    >
      <DataTable
        name="verification-runs"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
        onOpen={(one) => navigate(`/verification-runs/${one.id}`)}
      />
      {opening && (
        <NewRunDialog
          onClose={() => setOpening(false)}
          onDone={(one) => navigate(`/verification-runs/${one.id}`)}
        />
      )}
    </Page>
  )
}
