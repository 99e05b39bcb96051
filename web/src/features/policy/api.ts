import { useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'

export function useReleases() {
  return useQuery({
    queryKey: ['releases'],
    queryFn: ({ signal }) => call('policy.release.list', { query: { limit: 100 }, signal }),
  })
}

export function proposeRelease({ from, again }: { from: string; again?: string }, key: string) {
  return call('policy.release.propose', { body: again ? { from, again } : { from }, key })
}

export function decideRelease(
  { id, verb }: { id: string; verb: 'approve' | 'reject' },
  key: string,
) {
  return call(`policy.release.${verb}`, { path: { id }, key })
}
