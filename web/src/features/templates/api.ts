import { useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { components } from '@/api/schema'

export type Template = components['schemas']['OfficeTemplate']
export type Version = components['schemas']['TemplateVersion']

export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => call('decide.template.list', { signal }),
  })
}

export interface Upload {
  document: string
  from: string
  note: string
  file: File
}

export function putTemplate({ document, from, note, file }: Upload, key: string) {
  const form = new FormData()
  form.set('from', from)
  form.set('note', note)
  form.set('file', file)
  return call('decide.template.write', { path: { document }, form, key })
}

export function withdrawTemplate(
  { document, note }: { document: string; note: string },
  key: string,
) {
  return call('decide.template.withdraw', { path: { document }, body: { note }, key })
}
