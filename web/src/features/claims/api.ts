import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { Claim } from '@/api/contract'
import { given } from '@/api/given'

export const noFilters = { programme: '', open: 'true' }
export type ClaimFilters = typeof noFilters

export function useClaims({ programme, open }: ClaimFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['claims', programme, open, page, limit],
    queryFn: ({ signal }) =>
      call('disburse.claim.list', {
        query: {
          ...given({ programme }),
          ...(open ? { open: true } : {}),
          page,
          limit,
          total: true,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export type ClaimVerb = 'collect' | 'hand_over'

export interface ClaimStep {
  claim: Claim
  verb: ClaimVerb
  amount: string
  reason: string
}

export function moveClaim({ claim, verb, amount, reason }: ClaimStep, key: string) {
  return call(`disburse.claim.${verb}`, {
    path: { id: claim.id },
    body: { amount, reason },
    key,
    version: claim.version,
  })
}
