import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Claim, Page } from '@/api/contract'
import { get, post } from '@/api/request'

export const noFilters = { programme: '', open: 'true' }
export type ClaimFilters = typeof noFilters

export function useClaims({ programme, open }: ClaimFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['claims', programme, open, page, limit],
    queryFn: ({ signal }) =>
      get<Page<Claim>>('/claims', { programme, open, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export type ClaimVerb = 'collect' | 'hand-over'

export interface ClaimStep {
  claim: Claim
  verb: ClaimVerb
  amount: string
  reason: string
}

export function moveClaim({ claim, verb, amount, reason }: ClaimStep, key: string) {
  return post<Claim>(`/claims/${claim.id}/${verb}`, {
    body: { amount, reason },
    key,
    version: claim.version,
  })
}
