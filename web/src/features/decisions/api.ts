import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Decision, DecisionDetail, Page } from '@/api/contract'
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
    queryFn: ({ signal }) => get<DecisionDetail>(`/decisions/${id}`, {}, signal),
    refetchInterval: (state) => (state.state.data?.status === 'applying' ? 1500 : false),
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
  award: string
  programme: string
  from_month: string
  /** The last month of a grace period. */
  to_month?: string
  reason: string
  facts: Record<string, string>
}

export function proposeForAward(
  { verb, award, facts, to_month, ...rest }: AwardProposal,
  key: string,
) {
  const { reason } = rest
  const item = { award_id: award, reason }
  const bodies = {
    stop: { ...rest, items: [item] },
    grace: { ...rest, to_month, items: [{ ...item, facts }] },
    change: { ...rest, items: [{ ...item, facts }] },
  }
  return post<Decision>(`/decisions/${verb}`, { body: bodies[verb], key })
}

export interface StartProposal {
  household: string
  programme: string
  from_month: string
  members: string[]
  reason: string
  facts: Record<string, string>
}

export function proposeStart(
  { household, programme, from_month, reason, members, facts }: StartProposal,
  key: string,
) {
  const body = {
    programme,
    from_month,
    reason,
    items: [{ household_id: household, members, facts, reason }],
  }
  return post<Decision>('/decisions/start', { body, key })
}

export interface OneOffProposal {
  household: string
  month: string
  amount: string
  cause: string
  reason: string
  facts: Record<string, string>
}

export function proposeOneOff(
  { household, month, amount, cause, reason, facts }: OneOffProposal,
  key: string,
) {
  const items = [{ household_id: household, amount, cause, facts }]
  return post<Decision>('/decisions/one-off', {
    body: { programme: 'temporary_relief', month, reason, items },
    key,
  })
}
