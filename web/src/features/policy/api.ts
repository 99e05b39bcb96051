import { useQuery } from '@tanstack/react-query'
import type { Page, Release } from '@/api/contract'
import { get, post } from '@/api/request'

export function useReleases() {
  return useQuery({
    queryKey: ['releases'],
    queryFn: ({ signal }) => get<Page<Release>>('/releases', { limit: 100 }, signal),
  })
}

export function proposeRelease(from: string, key: string) {
  return post<Release>('/releases', { body: { from }, key })
}

export function decideRelease(
  { id, verb }: { id: string; verb: 'approve' | 'reject' },
  key: string,
) {
  return post<Release>(`/releases/${id}/${verb}`, { key })
}
