import { Table } from 'antd'
import { toProblem } from '@/api/problem'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useEvents } from './api'

/** What happened in the case, the latest first. */
export function EventsPanel({ id, seen }: { id: string; seen: number }) {
  const t = useT()
  const word = useWord()
  const query = useEvents(id, seen)
  return (
    <Panel title={t.forms.history}>
      {query.error ? (
        <ProblemAlert problem={toProblem(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Table
          size="small"
          loading={query.isLoading}
          rowKey="seq"
          pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small' }}
          dataSource={[...(query.data ?? [])].reverse()}
          scroll={{ x: true }}
          columns={[
            {
              key: 'at',
              title: t.forms.when,
              className: 'num',
              render: (_v, e) => formatTime(e.at),
            },
            { key: 'by', title: t.forms.by, render: (_v, e) => e.by?.name ?? t.forms.system },
            { key: 'what', title: t.forms.what, render: (_v, e) => word(e) },
            { key: 'why', title: t.common.reason, render: (_v, e) => e.reason ?? '' },
          ]}
        />
      )}
    </Panel>
  )
}
