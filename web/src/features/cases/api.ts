import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import { given } from '@/api/given'

export const noFilters = { status: 'open', programme: '', number: '', division: '', mine: '' }
export type CaseFilters = typeof noFilters

export function useCases(filters: CaseFilters, page: number, limit: number) {
  const { mine, ...rest } = filters
  return useQuery({
    queryKey: ['cases', filters, page, limit],
    queryFn: ({ signal }) =>
      call('decide.case.list', {
        query: { ...given(rest), ...(mine ? { mine: true } : {}), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => call('decide.case.get', { path: { id }, signal }),
  })
}

/** An outcome that an officer takes, with what it asks for. */
export interface Finish {
  id: string
  seen: number
  step: string
  outcome: string
  reason: string | null
  facts: Record<string, string | boolean>
}

export function finishStep({ id, seen, ...rest }: Finish, key: string) {
  // The description calls an act an object; which fields it has its `act` says.
  const act = { act: 'finish', ...rest } as unknown as Record<string, never>
  return call('decide.case.act', { path: { id }, body: { act, seen }, key })
}
