import { PlusOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { type Delivery, type SourceDue, useCalendar, useDeliveries } from './api'
import { deliveryTones, dueTones } from './tones'
import { UploadDialog } from './upload-dialog'

const none = {}

function useCalendarColumns(upload: ((source: string) => void) | null): TableColumn<SourceDue>[] {
  const t = useT()
  const word = useWord()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(() => {
    const words = t.verify
    return [
      { key: 'source', title: words.source, fixedIn: true, render: (_v, one) => word(one.source) },
      { key: 'department', title: words.department, render: (_v, one) => one.department },
      { key: 'cycle', title: words.cycle, render: (_v, one) => wordFor(words.cycles, one.cycle) },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={dueTones[one.status] ?? 'plain'}>{wordFor(words.due, one.status)}</Status>
        ),
      },
      { key: 'due', title: words.dueDay, className: 'num', render: (_v, one) => one.due },
      {
        key: 'as_of',
        title: words.inForce,
        className: 'num',
        render: (_v, one) =>
          one.delivery ? <Link to={`/deliveries/${one.delivery}`}>{one.as_of}</Link> : '—',
      },
      {
        key: 'purposes',
        title: words.purposes,
        render: (_v, one) => t.common.list(one.grounds.map((ground) => word(ground.purpose))),
      },
      {
        key: 'do',
        title: t.common.actions,
        render: (_v, one) =>
          upload && (
            <Button size="small" onClick={() => upload(one.source.key)}>
              {words.take}
            </Button>
          ),
      },
    ]
  }, [t, upload])
}

function useDeliveryColumns(): TableColumn<Delivery>[] {
  const t = useT()
  const word = useWord()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(() => {
    const words = t.verify
    return [
      {
        key: 'source',
        title: words.source,
        fixedIn: true,
        render: (_v, one) => <Link to={`/deliveries/${one.id}`}>{word(one.source)}</Link>,
      },
      { key: 'as_of', title: words.asOf, className: 'num', render: (_v, one) => one.as_of },
      { key: 'file', title: words.file, render: (_v, one) => one.file_name },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={deliveryTones[one.status] ?? 'plain'}>
            {wordFor(words.statuses, one.status)}
          </Status>
        ),
      },
      {
        key: 'kept',
        title: words.kept,
        numeric: true,
        render: (_v, one) => <Count value={one.rows?.kept} />,
      },
      {
        key: 'rejected',
        title: words.rejected,
        numeric: true,
        render: (_v, one) => <Count value={one.rows?.rejected} />,
      },
      { key: 'by', title: t.common.operator, render: (_v, one) => one.created_by.name },
      {
        key: 'at',
        title: words.at,
        numeric: true,
        render: (_v, one) => formatTime(one.created_at),
      },
    ]
  }, [t])
}

/** Other departments' data: what is due, what came. */
export default function DeliveriesPage() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.verify
  const list = useListState(none)
  const calendar = useCalendar()
  const query = useDeliveries(none, list.page, list.limit)
  const [upload, setUpload] = useState<{ source?: string } | null>(null)
  const mayUpload = may('verify.delivery.create')
  const choose = useMemo(
    () => (mayUpload ? (source: string) => setUpload({ source }) : null),
    [mayUpload],
  )
  const sources = useCalendarColumns(choose)
  const columns = useDeliveryColumns()
  return (
    <Page
      title={words.deliveries}
      note={calendar.data ? words.standing(calendar.data.late, calendar.data.missing) : words.note}
      crumbs={[{ title: t.shell.menu.verify }, { title: words.deliveries }]}
      actions={
        mayUpload && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setUpload({})}>
            {words.take}
          </Button>
        )
      }
    >
      <Tabs
        items={[
          {
            key: 'calendar',
            label: words.calendar,
            children: (
              <DataTable
                name="delivery-calendar"
                columns={sources}
                data={calendar.data?.items}
                rowKey={(one) => one.source.key}
                loading={calendar.isFetching}
                problem={calendar.error ? toProblem(calendar.error) : null}
                retry={() => void calendar.refetch()}
              />
            ),
          },
          {
            key: 'came',
            label: words.came,
            children: (
              <DataTable
                name="deliveries"
                columns={columns}
                data={query.data}
                rowKey={(one) => one.id}
                loading={query.isFetching}
                problem={query.error ? toProblem(query.error) : null}
                retry={() => void query.refetch()}
                page={list.page}
                limit={list.limit}
                onTurn={list.turn}
                onOpen={(one) => navigate(`/deliveries/${one.id}`)}
              />
            ),
          },
        ]}
      />
      {upload && (
        <UploadDialog
          sources={calendar.data?.items ?? []}
          {...(upload.source ? { source: upload.source } : {})}
          onClose={() => setUpload(null)}
          onDone={(one) => navigate(`/deliveries/${one.id}`)}
        />
      )}
    </Page>
  )
}
