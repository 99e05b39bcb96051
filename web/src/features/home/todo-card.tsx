import { Empty } from 'antd'
import { Link } from 'react-router'
import { Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { TaskLamp, TaskTitle } from '@/features/tasks/task-title'
import { useT } from '@/i18n'
import { formatCount } from '@/lib/money'
import { useTasks } from './api'
import styles from './home.module.css'

export function TodoCard() {
  const t = useT()
  const query = useTasks(6, 1, true)
  return (
    <Panel
      title={
        <>
          {t.home.todo}{' '}
          <span className="faint num">{formatCount(query.data?.total?.rows ?? null)}</span>
        </>
      }
      extra={<Link to="/tasks">{t.home.seeAll}</Link>}
      flush
    >
      <QueryGate query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty
              className={styles.none}
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={t.home.noTodo}
            />
          ) : (
            <ul className={styles.todo}>
              {page.items.map((task) => (
                <li key={task.id}>
                  <TaskLamp lamp={task.lamp} />
                  <TaskTitle task={task} />
                  {task.due && <span className="faint num">{task.due.slice(0, 10)}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryGate>
    </Panel>
  )
}
