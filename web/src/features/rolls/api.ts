import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { Roll } from '@/api/contract'
import { given } from '@/api/given'

export function useMonths() {
  return useQuery({
    queryKey: ['months'],
    queryFn: ({ signal }) => call('disburse.month.list', { signal }),
  })
}

export function useRoll(id: string) {
  return useQuery({
    queryKey: ['rolls', id],
    queryFn: ({ signal }) => call('disburse.roll.get', { path: { id }, signal }),
    refetchInterval: (state) => (state.state.data?.status === 'computing' ? 1000 : false),
  })
}

export type LineFilters = Record<'q' | 'division' | 'component', string>

export function useLines(id: string, filters: LineFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['rolls', id, 'lines', filters, page, limit],
    queryFn: ({ signal }) =>
      call('disburse.line.list', {
        path: { id },
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useChanges(id: string, kind: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['rolls', id, 'changes', kind, page, limit],
    queryFn: ({ signal }) =>
      call('disburse.change.list', {
        path: { id },
        query: { ...given({ kind }), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function createRoll(body: { programme: string; month: string }, key: string) {
  return call('disburse.roll.create', { body, key })
}

export type RollVerb = 'submit' | 'approve' | 'return' | 'lock'

export function moveRoll(
  { roll, verb, opinion }: { roll: Roll; verb: RollVerb; opinion: string },
  key: string,
) {
  return call(`disburse.roll.${verb}`, {
    path: { id: roll.id },
    body: { opinion },
    key,
    version: roll.version,
  })
}
