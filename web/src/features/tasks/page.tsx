import { useMemo } from 'react'
import type { Task } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { useTasks } from '@/features/home/api'
import { useT } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatDate, formatTime } from '@/lib/time'
import { TaskLamp, TaskTitle } from './task-title'

const none = {}

export default function TasksPage() {
  const t = useT()
  const list = useListState(none)
  const query = useTasks(list.limit, list.page, true)
  const columns = useMemo<TableColumn<Task>[]>(
    () => [
      {
        key: 'lamp',
        title: t.common.status,
        render: (_v, task) => (
          <>
            <TaskLamp lamp={task.lamp} /> {t.home.lamps[task.lamp]}
          </>
        ),
      },
      {
        key: 'title',
        title: t.home.todo,
        fixedIn: true,
        render: (_v, task) => <TaskTitle task={task} />,
      },
      {
        key: 'due',
        title: t.home.dueDate,
        numeric: true,
        render: (_v, task) => formatDate(task.due),
      },
      {
        key: 'created',
        title: t.common.time,
        numeric: true,
        render: (_v, task) => formatTime(task.created_at),
      },
    ],
    [t],
  )
  return (
    <Page
      title={t.home.todo}
      crumbs={[{ title: t.shell.menu.home, to: '/' }, { title: t.home.todo }]}
    >
      <DataTable
        name="tasks"
        columns={columns}
        data={query.data}
        rowKey={(task) => task.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
      />
    </Page>
  )
}
