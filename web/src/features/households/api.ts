import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import { given } from '@/api/given'

export const noFilters = {
  q: '',
  division: '',
  programme: '',
  class: '',
  label: '',
  urban_rural: '',
}

export type HouseholdFilters = typeof noFilters

export function useHouseholds(filters: HouseholdFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['households', filters, page, limit],
    queryFn: ({ signal }) =>
      call('registry.household.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export const exportColumns = [
  'number',
  'head',
  'id_number',
  'division',
  'size',
  'covered',
  'programmes',
  'class',
  'monthly_amount',
  'labels',
  'address',
  'urban_rural',
] as const

/** Empty filters are left out: the server treats a given filter as a condition. */
export function exportHouseholds(filters: HouseholdFilters, columns: string[], key: string) {
  return call('registry.household.export', { body: { ...given(filters), columns }, key })
}
