import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Decision, Page } from '@/api/contract'
import { get, post } from '@/api/request'

export const noFilters = { status: '', kind: '', programme: '', division: '' }
export type DecisionFilters = typeof noFilters

export function useDecisions(filters: DecisionFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['decisions', filters, page, limit],
    queryFn: ({ signal }) =>
      get<Page<Decision>>('/decisions', { ...filters, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useDecision(id: string) {
  return useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: ({ signal }) => get<Decision>(`/decisions/${id}`, {}, signal),
  })
}

export function decideDecision(
  { id, verb, opinion }: { id: string; verb: 'approve' | 'reject'; opinion: string },
  key: string,
) {
  return post<Decision>(`/decisions/${id}/${verb}`, { body: { opinion }, key })
}

export function proposeOpening(importId: string, key: string) {
  return post<Decision>('/decisions/opening', { body: { import_id: importId }, key })
}

/** What is asked of an award that stands: to stop, to run out, to change. */
export interface AwardProposal {
  verb: 'stop' | 'grace' | 'change'
  award_id: string
  from_month: string
  reason: string
  facts?: Record<string, string>
}

export function proposeForAward({ verb, ...body }: AwardProposal, key: string) {
  return post<Decision>(`/decisions/${verb}`, { body, key })
}
