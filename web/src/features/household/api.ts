import { useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'

export const householdKey = (id: string) => ['household', id]

export function useHousehold(id: string, asOf: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'file', asOf],
    queryFn: ({ signal }) =>
      call('registry.household.get', { path: { id }, query: asOf ? { as_of: asOf } : {}, signal }),
  })
}

export function useHistory(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'history'],
    queryFn: ({ signal }) => call('registry.household.history', { path: { id }, signal }),
  })
}

export function useAwards(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'awards'],
    queryFn: ({ signal }) => call('decide.award.list', { path: { id }, signal }),
  })
}

export function usePayments(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'payments'],
    queryFn: ({ signal }) => call('disburse.household.payments', { path: { id }, signal }),
  })
}

export function useAccounts(id: string) {
  return useQuery({
    queryKey: [...householdKey(id), 'accounts'],
    queryFn: ({ signal }) => call('registry.account.list', { path: { id }, signal }),
  })
}

export interface LineKey {
  programme: string
  month: string
  person: string
  component: string
  /** Of a line of arrears or recovery: what it is, and the month that it adjusts. */
  kind?: string
  for_month?: string
  /** Which of several one-off grants of a month. */
  seq?: number
}

export function useExplanation(line: LineKey) {
  const { kind, for_month, seq, ...path } = line
  const query = kind && kind !== 'current' ? { kind, for_month } : { seq }
  return useQuery({
    queryKey: ['explanation', line],
    queryFn: ({ signal }) => call('disburse.line.explain', { path, query, signal }),
  })
}

export type RevealField = 'id_number' | 'phone' | 'account'

export function reveal(person: string, field: RevealField, reason: string) {
  return call('registry.person.reveal', { path: { id: person }, body: { field, reason } })
}
