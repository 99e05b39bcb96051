import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import { given } from '@/api/given'
import type { components } from '@/api/schema'

export const noFilters = {
  status: 'open',
  programme: '',
  number: '',
  division: '',
  mine: '',
  lamp: '',
  step: '',
}
export type CaseFilters = typeof noFilters

export type BatchRequest = components['schemas']['CaseBatch']
export type BatchAnswer = components['schemas']['CaseBatchAnswer']

function asked(filters: CaseFilters) {
  const { mine, ...rest } = filters
  return { ...given(rest), ...(mine ? { mine: true } : {}) }
}

export function useCases(filters: CaseFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['cases', filters, page, limit],
    queryFn: ({ signal }) =>
      call('decide.case.list', { query: { ...asked(filters), page, limit, total: true }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** How many open cases burn which lamp, under the same filters but the lamp itself. */
export function useLamps(filters: CaseFilters) {
  const without = { ...filters, lamp: '', status: '' }
  return useQuery({
    queryKey: ['cases', 'lamps', without],
    queryFn: ({ signal }) => call('decide.case.lamps', { query: asked(without), signal }),
    placeholderData: keepPreviousData,
  })
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => call('decide.case.get', { path: { id }, signal }),
    enabled: id !== '',
  })
}

/** An outcome that an officer takes, with what it asks for. */
export interface Finish {
  id: string
  seen: number
  step: string
  outcome: string
  reason: string | null
  facts: Record<string, string | boolean | number>
}

export function finishStep({ id, seen, ...rest }: Finish, key: string) {
  // The description calls an act an object; which fields it has its `act` says.
  const act = { act: 'finish', ...rest } as unknown as Record<string, never>
  return call('decide.case.act', { path: { id }, body: { act, seen }, key })
}

export interface ExtraAct {
  id: string
  seen: number
  extra: components['schemas']['CaseExtra']
  reason: string
}

/** A way out, more time, or the clock: acts that hang on no step. */
export function doExtra({ id, seen, extra, reason }: ExtraAct, key: string) {
  const acts: Record<string, object> = {
    leave: { act: 'leave', way: extra.key, reason },
    extend: { act: 'extend', reason: extra.key },
    pause: { act: 'pause', reason: extra.key },
    resume: { act: 'resume' },
  }
  const act = acts[extra.act] as unknown as Record<string, never>
  return call('decide.case.act', { path: { id }, body: { act, seen }, key })
}

export function actOnMany(body: BatchRequest, key: string) {
  return call('decide.case.batch', { body, key })
}

export interface HandOver {
  from?: string
  to: string
  cases: string[]
  reason: string
}

export function handOver({ from, ...rest }: HandOver, key: string) {
  return call('decide.case.hand_over', { body: { ...rest, ...(from ? { from } : {}) }, key })
}

export function usePhrases() {
  return useQuery({
    queryKey: ['phrases'],
    queryFn: ({ signal }) => call('decide.phrase.list', { signal }),
  })
}

export function keepPhrase(text: string, key: string) {
  return call('decide.phrase.create', { body: { text }, key })
}

export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call('decide.colleague.list', { signal }),
    staleTime: 5 * 60_000,
  })
}
export interface PaperAct {
  id: string
  seen: number
  paper: string
  subject: string | null
  state: 'given' | 'promised' | 'waived'
  /** Why, where it is waived. */
  reason?: string
}

export function notePaper({ id, seen, ...rest }: PaperAct, key: string) {
  const act = { act: 'paper', reason: null, ...rest } as unknown as Record<string, never>
  return call('decide.case.act', { path: { id }, body: { act, seen }, key })
}

export interface Sign {
  id: string
  seen: number
  step: string
  slot: string
  party: string | null
  file: string | null
}

export function sign({ id, ...body }: Sign, key: string) {
  return call('decide.case.sign', { path: { id }, body, key })
}

export function useEvents(id: string, seen: number) {
  return useQuery({
    queryKey: ['cases', 'events', id, seen],
    queryFn: ({ signal }) => call('decide.case.events', { path: { id }, signal }),
  })
}

export function useLetters(id: string, seen: number) {
  return useQuery({
    queryKey: ['cases', 'letters', id, seen],
    queryFn: ({ signal }) => call('decide.letter.list', { path: { id }, signal }),
  })
}

export function printLetter(
  { id, ...rest }: { id: string; document: string; large: boolean },
  key: string,
) {
  return call('decide.letter.print', { path: { id }, body: { ...rest, anew: false }, key })
}
