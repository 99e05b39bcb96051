import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { call } from '@/api/client'
import type { Job } from '@/api/contract'
import { useMay } from '@/auth/session'
import { JobsDrawer } from './jobs-drawer'

interface Jobs {
  running: number
  show: () => void
  /** Reads the list at once, after a command that has started a job. */
  follow: () => void
}

const Context = createContext<Jobs>({
  running: 0,
  show: () => undefined,
  follow: () => undefined,
})

export function alive(job: Pick<Job, 'status'>): boolean {
  return job.status === 'queued' || job.status === 'running'
}

/** Watches the officer's background jobs, closely only while one runs. */
export function JobsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: ['jobs'],
    enabled: may('platform.job.list'),
    queryFn: ({ signal }) => call('platform.job.list', { query: { limit: 30 }, signal }),
    refetchInterval: (state) => (state.state.data?.items.some(alive) ? 1500 : 30_000),
  })
  const items = query.data?.items ?? []
  const running = items.filter(alive).length

  // When a job ends, what it has changed is read again.
  const before = useRef(running)
  useEffect(() => {
    if (running < before.current)
      void client.invalidateQueries({ predicate: (one) => one.queryKey[0] !== 'me' })
    before.current = running
  }, [running, client])

  const jobs = useMemo<Jobs>(
    () => ({
      running,
      show: () => setOpen(true),
      follow: () => void client.invalidateQueries({ queryKey: ['jobs'] }),
    }),
    [running, client],
  )
  return (
    <Context value={jobs}>
      {children}
      {open && <JobsDrawer jobs={items} onClose={() => setOpen(false)} />}
    </Context>
  )
}

export function useJobs(): Jobs {
  return useContext(Context)
}
