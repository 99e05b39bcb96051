import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, type QueryOf } from '@/api/client'

type ChangeStatus = NonNullable<QueryOf<'registry.account.changes'>['status']>

export interface AccountProposal {
  person: string
  bank: string
  holder: string
  account: string
  reason: string
}

export function proposeAccount({ person, ...body }: AccountProposal, key: string) {
  return call('registry.account.propose', { path: { id: person }, body, key })
}

export function decideAccount(
  { id, verb, opinion }: { id: string; verb: 'approve' | 'reject'; opinion: string },
  key: string,
) {
  return call(`registry.account.${verb}`, { path: { id }, body: { opinion }, key })
}

export function useAccountChanges(status: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['account-changes', status, page, limit],
    queryFn: ({ signal }) =>
      call('registry.account.changes', {
        query: { ...(status ? { status: status as ChangeStatus } : {}), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}
