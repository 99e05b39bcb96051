import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'
import type { Import } from '@/api/contract'

export function useImportKinds() {
  return useQuery({
    queryKey: ['import-kinds'],
    queryFn: ({ signal }) => call('registry.import.kinds', { signal }),
    staleTime: 10 * 60_000,
  })
}

/** The files of an import, each once: one workbook may hold both tables. */
export function fileNames(one: Pick<Import, 'files'>): string[] {
  return [...new Set(one.files.map((file) => file.name))]
}

export function useImports(page: number, limit: number) {
  return useQuery({
    queryKey: ['imports', 'list', page, limit],
    queryFn: ({ signal }) =>
      call('registry.import.list', { query: { page, limit, total: true }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function busy(one: Pick<Import, 'status'> | undefined): boolean {
  return one?.status === 'reading' || one?.status === 'applying'
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => call('registry.import.get', { path: { id }, signal }),
    refetchInterval: (state) => (busy(state.state.data) ? 1000 : false),
  })
}

export function useImportRows(
  id: string,
  status: string,
  page: number,
  limit: number,
  on: boolean,
) {
  return useQuery({
    queryKey: ['imports', 'rows', id, status, page, limit],
    enabled: on,
    queryFn: ({ signal }) =>
      call('registry.import.rows', {
        path: { id },
        query: { status, page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export interface ImportUpload {
  kind: string
  as_of: string
  files: { key: string; file: File }[]
}

/** Parts are named by the kind's file keys, so that households and members cannot be mixed up. */
export function createImport({ kind, as_of, files }: ImportUpload, key: string) {
  const form = new FormData()
  form.append('kind', kind)
  form.append('as_of', as_of)
  for (const { key: part, file } of files) form.append(part, file, file.name)
  return call('registry.import.create', { form, key })
}

export function applyImport({ id, mode }: { id: string; mode: 'all' | 'right' }, key: string) {
  return call('registry.import.apply', { path: { id }, body: { mode }, key })
}
