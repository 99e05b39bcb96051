import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import { given } from '@/api/given'
import type { components } from '@/api/schema'

export type Submission = components['schemas']['Submission']
export type Referral = components['schemas']['Referral']
export type Window = components['schemas']['Window']
export type Sign = components['schemas']['WindowSign']

export function useSubmissions(filters: { status: string }, page: number, limit: number) {
  return useQuery({
    queryKey: ['submissions', filters, page, limit],
    queryFn: ({ signal }) =>
      call('intake.submission.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useSubmission(id: string) {
  return useQuery({
    queryKey: ['submissions', 'one', id],
    queryFn: ({ signal }) => call('intake.submission.get', { path: { id }, signal }),
  })
}

export function useReferrals(filters: { status: string }, page: number, limit: number) {
  return useQuery({
    queryKey: ['referrals', filters, page, limit],
    queryFn: ({ signal }) =>
      call('intake.referral.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useWindows() {
  return useQuery({
    queryKey: ['windows'],
    queryFn: ({ signal }) => call('intake.window.list', { signal }),
  })
}

/** The matters that another department decides. */
export function useReferred() {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => call('policy.catalogue.list', { signal }),
    select: ({ items }) => items.filter((matter) => matter.refer_to),
    staleTime: 10 * 60_000,
  })
}
