import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Items, Job, MonthRow, Page, Roll, RollChange, RollLine } from '@/api/contract'
import { get, post } from '@/api/request'

export function useMonths() {
  return useQuery({
    queryKey: ['months'],
    queryFn: ({ signal }) => get<Items<MonthRow>>('/months', {}, signal),
  })
}

export function useRoll(id: string) {
  return useQuery({
    queryKey: ['rolls', id],
    queryFn: ({ signal }) => get<Roll>(`/rolls/${id}`, {}, signal),
    refetchInterval: (state) => (state.state.data?.status === 'computing' ? 1000 : false),
  })
}

export interface LineFilters {
  q: string
  division: string
  component: string
}

export function useLines(id: string, filters: LineFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['rolls', id, 'lines', filters, page, limit],
    queryFn: ({ signal }) =>
      get<Page<RollLine>>(`/rolls/${id}/lines`, { ...filters, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useChanges(id: string, kind: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['rolls', id, 'changes', kind, page, limit],
    queryFn: ({ signal }) =>
      get<Page<RollChange>>(`/rolls/${id}/changes`, { kind, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function createRoll(body: { programme: string; month: string }, key: string) {
  return post<{ roll: Roll; job: Job }>('/rolls', { body, key })
}

export type RollVerb = 'submit' | 'approve' | 'return' | 'lock'

export function moveRoll(
  { roll, verb, opinion }: { roll: Roll; verb: RollVerb; opinion: string },
  key: string,
) {
  return post<Roll>(`/rolls/${roll.id}/${verb}`, { body: { opinion }, key, version: roll.version })
}
