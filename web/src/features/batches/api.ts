import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Batch, Job, Page, Payment } from '@/api/contract'
import { get, post } from '@/api/request'

export const noFilters = { month: '', status: '' }
export type BatchFilters = typeof noFilters

export function useBatches(filters: BatchFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['batches', 'list', filters, page, limit],
    queryFn: ({ signal }) =>
      get<Page<Batch>>('/batches', { ...filters, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useBatch(id: string) {
  return useQuery({
    queryKey: ['batches', 'one', id],
    queryFn: ({ signal }) => get<Batch>(`/batches/${id}`, {}, signal),
    refetchInterval: (state) => (state.state.data?.status === 'gathering' ? 1500 : false),
  })
}

export function useBatchPayments(id: string, status: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['batches', 'one', id, 'payments', status, page, limit],
    queryFn: ({ signal }) =>
      get<Page<Payment>>(`/batches/${id}/payments`, { status, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function createBatches(body: { month: string; programmes: string[] }, key: string) {
  return post<{ batches: Batch[]; job: Job | null }>('/batches', { body, key })
}

export type BatchVerb = 'approve' | 'send' | 'discard'

export function moveBatch({ batch, verb }: { batch: Batch; verb: BatchVerb }, key: string) {
  return post<Batch>(`/batches/${batch.id}/${verb}`, { key, version: batch.version })
}

export function reissueBatch(batch: Batch, key: string) {
  return post<{ batches: Batch[]; job: Job | null }>(`/batches/${batch.id}/reissue`, { key })
}

export function uploadReturn({ batch, file }: { batch: Batch; file: File }, key: string) {
  const form = new FormData()
  form.append('file', file, file.name)
  return post<unknown>(`/batches/${batch.id}/return`, { form, key })
}
