import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type BodyOf, call } from '@/api/client'
import { given } from '@/api/given'
import { download } from '@/api/request'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Run = Schemas['RunView']
export type Overview = Schemas['RunOverview']
export type TotalsRow = Schemas['TotalsRow']
export type Clue = Schemas['ClueView']
export type ClueDetail = Schemas['ClueDetail']
export type Visit = Schemas['VisitView']
export type Alignment = Schemas['AlignmentView']
export type AlignmentDetail = Schemas['AlignmentDetail']
export type Difference = Schemas['DifferenceView']
export type Cell = Schemas['Cell']
export type Table = Schemas['CrossTable']
export type ReadBack = Schemas['ReadBackView']

/** How often a page asks again while a job works. */
const soon = 1200

export function useOversightWords() {
  return useQuery({
    queryKey: ['oversight', 'words'],
    queryFn: ({ signal }) => call('oversight.words.list', { signal }),
    staleTime: 10 * 60_000,
  })
}

// runs ----------------------------------------------------------------------

const working = (status: string | undefined) => status === 'gathering' || status === 'comparing'

export function useRuns(filters: { purpose: string }, page: number, limit: number) {
  return useQuery({
    queryKey: ['oversight', 'runs', filters, page, limit],
    queryFn: ({ signal }) =>
      call('oversight.run.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: (state) =>
      state.state.data?.items.some((run) => working(run.status.key)) ? soon : false,
  })
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['oversight', 'run', id],
    queryFn: ({ signal }) => call('oversight.run.get', { path: { id }, signal }),
    refetchInterval: (state) => (working(state.state.data?.run.status.key) ? soon : false),
  })
}

export function useTotals(id: string, by: string) {
  return useQuery({
    queryKey: ['oversight', 'run', id, 'totals', by],
    queryFn: ({ signal }) => call('oversight.run.totals', { path: { id }, query: { by }, signal }),
    placeholderData: keepPreviousData,
  })
}

export interface NewRun {
  title: string
  purpose: string
  month: string
  as_of: string
  division: string
  programmes: string[]
  files: Record<string, File>
}

export function createRun({ files, programmes, ...fields }: NewRun, key: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries(given(fields))) form.append(name, value ?? '')
  if (programmes.length > 0) form.append('programmes', programmes.join(','))
  for (const [source, file] of Object.entries(files)) form.append(source, file, file.name)
  return call('oversight.run.create', { form, key })
}

export function useReadBacks(id: string) {
  return useQuery({
    queryKey: ['oversight', 'run', id, 'read-backs'],
    queryFn: ({ signal }) => call('oversight.read_back.list', { path: { id }, signal }),
    refetchInterval: (state) =>
      state.state.data?.items.some((one) => one.status === 'reading') ? soon : false,
  })
}

export function readBack({ run, file }: { run: string; file: File }, key: string) {
  const form = new FormData()
  form.append('file', file, file.name)
  return call('oversight.read_back.create', { path: { id: run }, form, key })
}

export const wrongRows = (one: ReadBack) => download(`/read-backs/${one.id}/wrong`, one.name)

// clues ---------------------------------------------------------------------

export const noClueFilters = {
  run: '',
  status: '',
  answer: '',
  kind: '',
  division: '',
  overdue: '',
  q: '',
}
export type ClueFilters = typeof noClueFilters

const asked = ({ overdue, ...rest }: ClueFilters) => ({
  ...given(rest),
  ...(overdue ? { overdue: true } : {}),
})

export function useClues(filters: ClueFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['oversight', 'clues', filters, page, limit],
    queryFn: ({ signal }) =>
      call('oversight.clue.list', {
        query: { ...asked(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useClue(id: string) {
  return useQuery({
    queryKey: ['oversight', 'clue', id],
    queryFn: ({ signal }) => call('oversight.clue.get', { path: { id }, signal }),
  })
}

/** Clues by key, or all that a filter finds within a run. */
export type Which = BodyOf<'oversight.clue.confirm'>['which']

export const whichOf = (ids: string[], filters: ClueFilters): Which =>
  ids.length > 0 ? { ids } : { filter: asked(filters) }

export const exportClues = (filters: ClueFilters, format: string) =>
  download('/clues/export', `clues.${format}`, { ...asked(filters), format })

export const assignClues = (body: BodyOf<'oversight.clue.assign'>, key: string) =>
  call('oversight.clue.assign', { body, key })

export const answerClues = (body: BodyOf<'oversight.clue.answer'>, key: string) =>
  call('oversight.clue.answer', { body, key })

export const settleClues = (
  { verb, ...body }: { verb: 'confirm' | 'return'; which: Which; opinion: string },
  key: string,
) => call(`oversight.clue.${verb}`, { body, key })

export const rectify = (
  { id, ...body }: { id: string } & BodyOf<'oversight.clue.rectify'>,
  key: string,
) => call('oversight.clue.rectify', { path: { id }, body, key })

export const accept = (
  { id, ...body }: { id: string } & BodyOf<'oversight.clue.accept'>,
  key: string,
) => call('oversight.clue.accept', { path: { id }, body, key })

export const recover = (
  { id, ...body }: { id: string } & BodyOf<'oversight.clue.recover'>,
  key: string,
) => call('oversight.clue.recover', { path: { id }, body, key })

export const holdToAccount = (
  { id, ...body }: { id: string } & BodyOf<'oversight.accountability.create'>,
  key: string,
) => call('oversight.accountability.create', { path: { id }, body, key })

export function useAccountability(clue: string, on: boolean) {
  return useQuery({
    queryKey: ['oversight', 'accountability', clue],
    enabled: on,
    queryFn: ({ signal }) => call('oversight.accountability.list', { query: { clue }, signal }),
  })
}

// visits and lists ------------------------------------------------------------

export const noVisitFilters = { run: '', status: 'open', division: '', overdue: '' }
export type VisitFilters = typeof noVisitFilters

export function useVisits({ overdue, ...rest }: VisitFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['oversight', 'visits', rest, overdue, page, limit],
    queryFn: ({ signal }) =>
      call('oversight.visit.list', {
        query: { ...given(rest), ...(overdue ? { overdue: true } : {}), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export const answerVisits = (body: BodyOf<'oversight.visit.answer'>, key: string) =>
  call('oversight.visit.answer', { body, key })

export const noListFilters = {
  list: 'in_benefit',
  month: '',
  programme: '',
  kind: '',
  division: '',
}

export function useSubjects(filters: typeof noListFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['oversight', 'subjects', filters, page, limit],
    queryFn: ({ signal }) =>
      call('oversight.subject.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

// alignments ------------------------------------------------------------------

export function useAlignments(page: number, limit: number) {
  return useQuery({
    queryKey: ['oversight', 'alignments', page, limit],
    queryFn: ({ signal }) =>
      call('oversight.alignment.list', { query: { page, limit, total: true }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: (state) =>
      state.state.data?.items.some((one) => one.status.key === 'building') ? soon : false,
  })
}

export function useAlignment(id: string) {
  return useQuery({
    queryKey: ['oversight', 'alignment', id],
    queryFn: ({ signal }) => call('oversight.alignment.get', { path: { id }, signal }),
    refetchInterval: (state) =>
      state.state.data?.alignment.status.key === 'building' ? soon : false,
  })
}

export function useCrossTable(id: string, on: boolean) {
  return useQuery({
    queryKey: ['oversight', 'alignment', id, 'table'],
    enabled: on,
    queryFn: ({ signal }) => call('oversight.alignment.table', { path: { id }, signal }),
  })
}

export interface Place {
  row: string
  column: string
}

export function useNames(id: string, place: Place, page: number, limit: number) {
  return useQuery({
    queryKey: ['oversight', 'alignment', id, 'names', place, page, limit],
    queryFn: ({ signal }) =>
      call('oversight.alignment.names', {
        path: { id },
        query: { ...given({ ...place }), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export const noDifferenceFilters = { kind: '', status: 'open', list: '', division: '' }
export type DifferenceFilters = typeof noDifferenceFilters

export function useDifferences(
  id: string,
  filters: DifferenceFilters,
  page: number,
  limit: number,
  on: boolean,
) {
  return useQuery({
    queryKey: ['oversight', 'alignment', id, 'differences', filters, page, limit],
    enabled: on,
    queryFn: ({ signal }) =>
      call('oversight.difference.list', {
        path: { id },
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export interface NewAlignment {
  fields: Record<string, string>
  here?: File | undefined
  there?: File | undefined
}

export function createAlignment({ fields, here, there }: NewAlignment, key: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries(given(fields))) form.append(name, value ?? '')
  if (here) form.append('here', here, here.name)
  if (there) form.append('there', there, there.name)
  return call('oversight.alignment.create', { form, key })
}

export const handleDifferences = (
  { id, ...body }: { id: string } & BodyOf<'oversight.difference.handle'>,
  key: string,
) => call('oversight.difference.handle', { path: { id }, body, key })

export const exportFeedback = (id: string) =>
  download(`/alignments/${id}/feedback`, 'feedback.xlsx')

export function readFeedback(
  { id, note, file }: { id: string; note: string; file?: File | undefined },
  key: string,
) {
  const form = new FormData()
  form.append('note', note)
  if (file) form.append('file', file, file.name)
  return call('oversight.alignment.feedback', { path: { id }, form, key })
}

export interface Publicity {
  id: string
  side: 'here' | 'there'
  from: string
  to: string
  place: string
  proof?: File | undefined
}

export function publish({ id, proof, ...fields }: Publicity, key: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (proof) form.append('proof', proof, proof.name)
  return call('oversight.alignment.publicity', { path: { id }, form, key })
}

export const closeAlignment = ({ id, opinion }: { id: string; opinion: string }, key: string) =>
  call('oversight.alignment.close', { path: { id }, body: { opinion }, key })
