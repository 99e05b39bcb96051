import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { Decision } from '@/api/contract'
import { given } from '@/api/given'

export const noFilters = { status: '', kind: '', programme: '', division: '' }
export type DecisionFilters = typeof noFilters

export function useDecisions(filters: DecisionFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['decisions', filters, page, limit],
    queryFn: ({ signal }) =>
      call('decide.decision.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useDecision(id: string) {
  return useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: ({ signal }) => call('decide.decision.get', { path: { id }, signal }),
    refetchInterval: (state) => (state.state.data?.status === 'applying' ? 1500 : false),
  })
}

/** The sum that a decision itself grants; what is paid by the month the roll computes. */
export function granted(decision: Pick<Decision, 'kind' | 'counts'>): string | null {
  return decision.kind.key === 'one_off' ? decision.counts.amount : null
}

export function decideDecision(
  { id, verb, opinion }: { id: string; verb: 'approve' | 'reject'; opinion: string },
  key: string,
) {
  return call(`decide.decision.${verb}`, { path: { id }, body: { opinion }, key })
}

export function proposeOpening(importId: string, key: string) {
  return call('decide.opening.propose', { body: { import_id: importId }, key })
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
  const changed = { ...item, facts }
  if (verb === 'stop') return call('decide.stop.propose', { body: { ...rest, items: [item] }, key })
  if (verb === 'change')
    return call('decide.change.propose', { body: { ...rest, items: [changed] }, key })
  return call('decide.grace.propose', {
    body: { ...rest, to_month: to_month ?? rest.from_month, items: [changed] },
    key,
  })
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
  return call('decide.start.propose', { body, key })
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
  return call('decide.one_off.propose', {
    body: { programme: 'temporary_relief', month, reason, items },
    key,
  })
}
