import { Progress } from 'antd'
import { Panel } from '@/components/page'
import { useWord } from '@/i18n'
import { useProgress } from './api'

/** How far the job behind a delivery or a run is. */
export function JobProgress({ title, job }: { title: string; job: string | null | undefined }) {
  const word = useWord()
  const query = useProgress(job, true)
  const one = query.data
  return (
    <Panel title={title}>
      <Progress
        percent={one?.total ? Math.floor((one.done * 100) / one.total) : 0}
        status="active"
        aria-label={title}
      />
      <p className="faint" style={{ marginBottom: 0 }}>
        {word({ zh: one?.stage_zh ?? '', en: one?.stage_en ?? '' })}
      </p>
    </Panel>
  )
}
