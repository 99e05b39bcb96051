import { useQuery } from '@tanstack/react-query'
import type {
  Account,
  Award,
  Explanation,
  HistoryItem,
  HouseholdFile,
  HouseholdPayment,
  Items,
} from '@/api/contract'
import { get, post } from '@/api/request'

export const householdKey = (id: string) => ['household', id]

export function useHousehold(id: string, asOf: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'file', asOf],
    queryFn: ({ signal }) => get<HouseholdFile>(`/households/${id}`, { as_of: asOf }, signal),
  })
}

export function useHistory(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'history'],
    queryFn: ({ signal }) => get<Items<HistoryItem>>(`/households/${id}/history`, {}, signal),
  })
}

export function useAwards(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'awards'],
    queryFn: ({ signal }) => get<Items<Award>>(`/households/${id}/awards`, {}, signal),
  })
}

export function usePayments(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'payments'],
    queryFn: ({ signal }) => get<Items<HouseholdPayment>>(`/households/${id}/payments`, {}, signal),
  })
}

export function useAccounts(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'accounts'],
    queryFn: ({ signal }) => get<Items<Account>>(`/households/${id}/accounts`, {}, signal),
  })
}

export interface LineKey {
  programme: string
  month: string
  person: string
  component: string
}

export function useExplanation(line: LineKey | null) {
  return useQuery({
    queryKey: ['explanation', line],
    enabled: line !== null,
    queryFn: ({ signal }) =>
      get<Explanation>(
        `/lines/${line?.programme}/${line?.month}/${line?.person}/${line?.component}/explanation`,
        {},
        signal,
      ),
  })
}

export type RevealField = 'id_number' | 'phone' | 'account'

export function reveal(person: string, field: RevealField, reason: string) {
  return post<{ value: string }>(`/persons/${person}/reveal`, { body: { field, reason } })
}
