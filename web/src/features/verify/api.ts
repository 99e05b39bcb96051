import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import { given } from '@/api/given'
import type { components } from '@/api/schema'
import { alive } from '@/shell/jobs'

export type Delivery = components['schemas']['Delivery']
export type SourceDue = components['schemas']['SourceDue']
export type Reject = components['schemas']['RejectView']
export type Check = components['schemas']['CheckView']
export type Run = components['schemas']['Run']
export type Finding = components['schemas']['Finding']
export type LinkPair = components['schemas']['LinkPair']
export type Evidence = components['schemas']['FindingRow']

export function useCalendar() {
  return useQuery({
    queryKey: ['deliveries', 'calendar'],
    queryFn: ({ signal }) => call('verify.delivery.calendar', { signal }),
  })
}

export function useDeliveries(filters: Record<string, string>, page: number, limit: number) {
  return useQuery({
    queryKey: ['deliveries', 'list', filters, page, limit],
    queryFn: ({ signal }) =>
      call('verify.delivery.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useDelivery(id: string) {
  return useQuery({
    queryKey: ['deliveries', 'one', id],
    queryFn: ({ signal }) => call('verify.delivery.get', { path: { id }, signal }),
    refetchInterval: (state) => (state.state.data?.status === 'reading' ? 1000 : false),
  })
}

export function useRejects(id: string, page: number, limit: number) {
  return useQuery({
    queryKey: ['deliveries', 'rejects', id, page, limit],
    queryFn: ({ signal }) =>
      call('verify.delivery.rejects', { path: { id }, query: { page, limit }, signal }),
    placeholderData: keepPreviousData,
  })
}

export interface Upload {
  source: string
  as_of: string
  keep_older: boolean
  file: File
}

export function createDelivery({ source, as_of, keep_older, file }: Upload, key: string) {
  const form = new FormData()
  form.append('source', source)
  form.append('as_of', as_of)
  form.append('keep_older', String(keep_older))
  form.append('file', file, file.name)
  return call('verify.delivery.create', { form, key })
}

export function useChecks() {
  return useQuery({
    queryKey: ['checks'],
    queryFn: ({ signal }) => call('verify.check.list', { signal }),
  })
}

export function useRuns(page: number, limit: number) {
  return useQuery({
    queryKey: ['verification-runs', 'list', page, limit],
    queryFn: ({ signal }) =>
      call('verify.run.list', { query: { page, limit, total: true }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['verification-runs', 'one', id],
    queryFn: ({ signal }) => call('verify.run.get', { path: { id }, signal }),
    refetchInterval: (state) => (state.state.data?.status === 'running' ? 1000 : false),
  })
}

/** The progress of a job, until it has come to its end. */
export function useProgress(id: string | null | undefined, on: boolean) {
  return useQuery({
    queryKey: ['jobs', 'one', id],
    enabled: on && Boolean(id),
    queryFn: ({ signal }) => call('platform.job.get', { path: { id: id ?? '' }, signal }),
    refetchInterval: (state) => (!state.state.data || alive(state.state.data) ? 1000 : false),
  })
}

export function useFindings(filters: Record<string, string>, page: number, limit: number) {
  return useQuery({
    queryKey: ['findings', 'list', filters, page, limit],
    queryFn: ({ signal }) =>
      call('verify.result.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useLinkPairs(
  filters: Record<string, string>,
  page: number,
  limit: number,
  on = true,
) {
  return useQuery({
    queryKey: ['link-pairs', 'list', filters, page, limit],
    enabled: on,
    queryFn: ({ signal }) =>
      call('verify.link.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useLinkPair(id: string) {
  return useQuery({
    queryKey: ['link-pairs', 'one', id],
    queryFn: ({ signal }) => call('verify.link.get', { path: { id }, signal }),
  })
}

export function useFinding(id: string) {
  return useQuery({
    queryKey: ['findings', 'one', id],
    queryFn: ({ signal }) => call('verify.result.get', { path: { id }, signal }),
  })
}
