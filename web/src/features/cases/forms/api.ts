import { useQueries, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { components } from '@/api/schema'
import { uuid } from '@/lib/uuid'

export type Field = components['schemas']['FormField']
export type Progress = components['schemas']['FormProgress']
export type Fault = components['schemas']['FormFault']
export type Value = string | boolean | number | null | undefined | string[] | Values | Values[]
export interface Values {
  [name: string]: Value
}

/** The document calls a body of free names an object; these are its names. */
type Bare = Record<string, never>

const whose = (subject: string | null) => (subject ? { subject } : {})

const sheet = (id: string, form: string, subject: string | null) => ({
  queryKey: ['sheet', id, form, subject],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call('decide.case.sheet', { path: { id, form }, query: whose(subject), signal }),
  staleTime: 0,
  gcTime: 0,
})

export function useSheet(id: string, form: string, subject: string | null) {
  return useQuery(sheet(id, form, subject))
}

/** Several forms, each once for a case. */
export function useSheets(forms: { id: string; form: string }[]) {
  return useQueries({ queries: forms.map(({ id, form }) => sheet(id, form, null)) })
}

export function useFiled(id: string, form: string, subject: string | null) {
  return useQuery({
    queryKey: ['cases', 'form', id, form, subject],
    queryFn: ({ signal }) =>
      call('decide.case.form', { path: { id, form }, query: whose(subject), signal }),
  })
}

export function saveDraft(id: string, form: string, subject: string | null, values: Values) {
  return call('decide.case.draft', {
    path: { id, form },
    body: { subject, values: values as unknown as Bare },
  })
}

export interface HandIn {
  id: string
  seen: number
  step: string
  form: string
  subject: string | null
  values: Values
}

export function handIn({ id, values, ...rest }: HandIn, key: string) {
  return call('decide.case.file', {
    path: { id },
    body: { ...rest, values: values as unknown as Bare },
    key,
  })
}

export interface Upload {
  id: string
  purpose: 'paper' | 'photo' | 'signature'
  file: File
  paper?: string
  subject?: string | null
  bound?: string
}

export function attach({ id, file, ...rest }: Upload, key: string = uuid()) {
  const form = new FormData()
  for (const [name, value] of Object.entries(rest)) if (value) form.set(name, value)
  form.set('file', file)
  return call('decide.case.attach', { path: { id }, form, key })
}
