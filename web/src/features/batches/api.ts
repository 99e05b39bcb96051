import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { Batch } from '@/api/contract'
import { given } from '@/api/given'

export const noFilters = { month: '', status: '' }
export type BatchFilters = typeof noFilters

export function useBatches(filters: BatchFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['batches', 'list', filters, page, limit],
    queryFn: ({ signal }) =>
      call('disburse.batch.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useBatch(id: string) {
  return useQuery({
    queryKey: ['batches', 'one', id],
    queryFn: ({ signal }) => call('disburse.batch.get', { path: { id }, signal }),
    refetchInterval: (state) => (state.state.data?.status === 'gathering' ? 1500 : false),
  })
}

export function useBatchPayments(id: string, status: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['batches', 'one', id, 'payments', status, page, limit],
    queryFn: ({ signal }) =>
      call('disburse.payment.list', {
        path: { id },
        query: { ...given({ status }), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function createBatches(body: { month: string; programmes: string[] }, key: string) {
  return call('disburse.batch.create', { body, key })
}

export type BatchVerb = 'approve' | 'send' | 'discard'

export function moveBatch({ batch, verb }: { batch: Batch; verb: BatchVerb }, key: string) {
  return call(`disburse.batch.${verb}`, { path: { id: batch.id }, key, version: batch.version })
}

export function reissueBatch(batch: Batch, key: string) {
  return call('disburse.batch.reissue', { path: { id: batch.id }, key })
}

export function uploadReturn({ batch, file }: { batch: Batch; file: File }, key: string) {
  const form = new FormData()
  form.append('file', file, file.name)
  return call('disburse.return.create', { path: { id: batch.id }, form, key })
}
