import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AccountChange, Page } from '@/api/contract'
import { get, post } from '@/api/request'

export interface AccountProposal {
  person: string
  bank: string
  holder: string
  account: string
  reason: string
}

export function proposeAccount({ person, ...body }: AccountProposal, key: string) {
  return post<AccountChange>(`/persons/${person}/account-changes`, { body, key })
}

export function decideAccount(
  { id, verb, opinion }: { id: string; verb: 'approve' | 'reject'; opinion: string },
  key: string,
) {
  return post<AccountChange>(`/account-changes/${id}/${verb}`, { body: { opinion }, key })
}

export function useAccountChanges(status: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['account-changes', status, page, limit],
    queryFn: ({ signal }) =>
      get<Page<AccountChange>>('/account-changes', { status, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}
