import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Empty, Flex, Progress } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import type { Import, Job } from '@/api/contract'
import { Problem } from '@/api/problem'
import { download } from '@/api/request'
import { useMay } from '@/auth/session'
import { ProblemAlert } from '@/components/problem'
import { Status, toneOf } from '@/components/status'
import { fileNames } from '@/features/imports/api'
import { useSpeech, wordFor } from '@/i18n'
import { formatCount } from '@/lib/money'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { alive } from './jobs'
import styles from './jobs-drawer.module.css'

function percent(job: Job): number {
  if (job.status === 'done') return 100
  return job.total ? Math.min(99, Math.floor((job.done * 100) / job.total)) : 0
}

interface JobFile {
  id: string
  name: string
}

/** The file that a finished job leaves, where it leaves one. */
function fileOf(job: Job): JobFile | null {
  const result: Record<string, unknown> = job.result ?? {}
  if (typeof result.file !== 'string') return null
  return {
    id: result.file,
    name: typeof result.name === 'string' ? result.name : `${result.file}.xlsx`,
  }
}

/** The import that a job works on, or did last, by the job's key: its name tells jobs apart. */
function useImportsOfJobs(jobs: Job[]): Map<string, Import> {
  const may = useMay()
  const query = useQuery({
    queryKey: ['imports', 'of-jobs'],
    enabled:
      may('registry.import.list') && jobs.some((job) => job.kind.startsWith('registry.import.')),
    queryFn: ({ signal }) => call('registry.import.list', { query: { limit: 50 }, signal }),
  })
  return useMemo(
    () =>
      new Map(query.data?.items.flatMap((one) => (one.job ? [[one.job.id, one] as const] : []))),
    [query.data],
  )
}

function JobCard({ job, of }: { job: Job; of: Import | undefined }) {
  const { t, language } = useSpeech()
  const touches = [['jobs']]
  const cancel = useCommand(
    (id: string, key) => call('platform.job.cancel', { path: { id }, key }),
    { touches },
  )
  const resume = useCommand(
    (id: string, key) => call('platform.job.resume', { path: { id }, key }),
    { touches },
  )
  const file = fileOf(job)
  const fetching = useCommand(({ id, name }: JobFile) => download(`/files/${id}`, name))
  const stage = language === 'zh' ? job.stage_zh : job.stage_en
  const title = wordFor(t.shell.jobKinds, job.kind) + (stage ? ` · ${stage}` : '')
  return (
    <li className={`panel ${styles.job}`}>
      <Flex justify="space-between" gap={8}>
        <b>{title}</b>
        <Status tone={toneOf(job.status)}>{wordFor(t.shell.jobStatus, job.status)}</Status>
      </Flex>
      {of && (
        <Link to={`/imports/${of.id}`} className={styles.of}>
          {t.common.list(fileNames(of))}
        </Link>
      )}
      <Progress
        percent={percent(job)}
        size="small"
        status={
          job.status === 'failed' ? 'exception' : job.status === 'done' ? 'success' : 'normal'
        }
        aria-label={title}
      />
      <Flex justify="space-between" align="center" gap={8} wrap>
        <span className="faint num">
          {formatTime(job.created_at)} · {formatCount(job.done)}
          {job.total !== null && ` / ${formatCount(job.total)}`}
        </span>
        <Flex gap={8}>
          {alive(job) && (
            <Button size="small" loading={cancel.pending} onClick={() => cancel.run(job.id)}>
              {t.common.cancel}
            </Button>
          )}
          {(job.status === 'failed' || job.status === 'cancelled') && (
            <Button size="small" loading={resume.pending} onClick={() => resume.run(job.id)}>
              {t.shell.resume}
            </Button>
          )}
          {job.status === 'done' && file && (
            <Button
              size="small"
              type="primary"
              loading={fetching.pending}
              onClick={() => fetching.run(file)}
            >
              {t.shell.getFile}
            </Button>
          )}
        </Flex>
      </Flex>
      {job.error && <ProblemAlert problem={new Problem(job.error)} />}
    </li>
  )
}

export function JobsDrawer({ jobs, onClose }: { jobs: Job[]; onClose: () => void }) {
  const { t } = useSpeech()
  const imports = useImportsOfJobs(jobs)
  return (
    <Drawer open title={t.shell.jobs} size={440} onClose={onClose}>
      {jobs.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              {t.shell.noJobs}
              <br />
              <span className="faint">{t.shell.noJobsHint}</span>
            </>
          }
        />
      ) : (
        <ul className={styles.list}>
          {jobs.map((job) => (
            <JobCard key={job.id} job={job} of={imports.get(job.id)} />
          ))}
        </ul>
      )}
    </Drawer>
  )
}
