import { useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'

export const assessmentsKey = (household: string) => ['household', household, 'assessments']

export function useAssessments(household: string, page: number, limit: number) {
  return useQuery({
    queryKey: [...assessmentsKey(household), page, limit],
    queryFn: ({ signal }) =>
      call('decide.assessment.list', {
        path: { id: household },
        query: { page, limit, total: true },
        signal,
      }),
  })
}

export function useAssessment(id: string | undefined) {
  return useQuery({
    queryKey: ['assessment', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => call('decide.assessment.get', { path: { id: id ?? '' }, signal }),
    // A kept assessment never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function assess(household: string, asOf: string, key: string) {
  return call('decide.assessment.create', {
    path: { id: household },
    body: asOf ? { as_of: asOf } : {},
    key,
  })
}

export function replay(id: string) {
  return call('decide.assessment.replay', { path: { id } })
}
