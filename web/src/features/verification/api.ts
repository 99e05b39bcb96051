import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import { given } from '@/api/given'
import type { components } from '@/api/schema'

export type Request = components['schemas']['VerificationRequest']
export type Report = components['schemas']['VerificationReport']
export type Finding = components['schemas']['VerificationFinding']
export type Reading = components['schemas']['VerificationReading']
export type CaseVerification = components['schemas']['CaseVerification']

export const noFilters = { status: '', q: '', programme: '', found: '' }
export type RequestFilters = typeof noFilters

/** Everything that another request, report or decision may change. */
export const touched = [['verification'], ['cases'], ['tasks']]

export function useRequests(filters: RequestFilters, page: number, limit: number) {
  const { found, ...rest } = filters
  const query = { ...given(rest), ...(found ? { found: true } : {}), page, limit, total: true }
  return useQuery({
    queryKey: ['verification', 'requests', filters, page, limit],
    queryFn: ({ signal }) => call('verify.request.list', { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export function useBatches(wanted: boolean) {
  return useQuery({
    queryKey: ['verification', 'batches'],
    queryFn: ({ signal }) => call('verify.batch.list', { signal }),
    enabled: wanted,
  })
}

export function useReport(id: string) {
  return useQuery({
    queryKey: ['verification', 'report', id],
    queryFn: ({ signal }) => call('verify.report.get', { path: { id }, signal }),
    enabled: id !== '',
  })
}

/** How the verification of a case stands. */
export function useVerification(id: string, seen: number) {
  return useQuery({
    queryKey: ['verification', 'case', id, seen],
    queryFn: ({ signal }) => call('decide.case.verification', { path: { id }, signal }),
  })
}

export function askFor(id: string, key: string) {
  return call('decide.case.verify', { path: { id }, key })
}

export function sendBatch(requests: string[], key: string) {
  return call('verify.batch.create', { body: { requests }, key })
}

function upload(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

export function previewReports(file: File) {
  return call('verify.report.preview', { form: upload(file) })
}

export function readReports(file: File, key: string) {
  return call('verify.report.read', { form: upload(file), key })
}

/** Reads what waits at the platform, in the background. */
export function fetchReports(_: null, key: string) {
  return call('verify.report.fetch', { key })
}

export function withdrawConsent(
  { id, version, reason }: { id: string; version: number; reason: string },
  key: string,
) {
  return call('verify.consent.withdraw', { path: { id }, version, body: { reason }, key })
}

export function cancelRequest({ one, reason }: { one: Request; reason: string }, key: string) {
  const path = { id: one.id }
  return call('verify.request.cancel', { path, version: one.version, body: { reason }, key })
}

export function objectTo({ one, reason }: { one: Finding; reason: string }, key: string) {
  const path = { id: one.id }
  return call('verify.finding.object', { path, version: one.version, body: { reason }, key })
}

export function decideOn(
  { one, ...body }: { one: Finding; reason: string; stands: boolean },
  key: string,
) {
  return call('verify.finding.decide', { path: { id: one.id }, version: one.version, body, key })
}
