import { useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'

export const draftName = 'counter'

export interface Member {
  name: string
  id_number: string
  relation: string
}

export interface Entry {
  division: string
  address: string
  phone: string
  area: string
  members: Member[]
}

export const nobody: Member = { name: '', id_number: '', relation: '' }
export const blank: Entry = {
  division: '',
  address: '',
  phone: '',
  area: '',
  members: [{ ...nobody, relation: '户主' }],
}

export function useFound(q: string) {
  return useQuery({
    queryKey: ['households', 'counter', q],
    queryFn: ({ signal }) =>
      call('registry.household.list', { query: { q, page: 1, limit: 8 }, signal }),
    enabled: q !== '',
  })
}

export function useProcedures() {
  return useQuery({
    queryKey: ['procedures'],
    queryFn: ({ signal }) => call('decide.procedure.list', { signal }),
    staleTime: 10 * 60_000,
  })
}

export function useCounterDraft() {
  return useQuery({
    queryKey: ['draft', draftName],
    queryFn: ({ signal }) => call('decide.draft.get', { path: { draft: draftName }, signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

export function saveCounterDraft(entry: Entry | null) {
  const values = (entry ?? {}) as unknown as Record<string, never>
  return call('decide.draft.save', { path: { draft: draftName }, body: { values } })
}

export function enterFamily(entry: Entry, key: string) {
  return call('registry.household.create', {
    body: {
      division: entry.division,
      address: entry.address || null,
      phone: entry.phone || null,
      facts: (entry.area ? { 城乡: entry.area } : {}) as unknown as Record<string, never>,
      members: entry.members
        .filter((one) => one.name.trim() !== '' || one.id_number.trim() !== '')
        .map((one) => ({
          name: one.name,
          id_number: one.id_number || null,
          relation: one.relation,
        })),
    },
    key,
  })
}

/** Somebody who has to do with a case without living in the family. */
export interface Other {
  name: string
  id_number: string
  capacity: 'supporter' | 'agent' | 'guardian'
}

export interface Opening {
  household: string
  procedure: string
  /** The member whom it is about; the head where it is not said. */
  applicant?: string
  /** The village that the family moves to. */
  to?: string
  /** Rows without a name and a number are left out. */
  others: Other[]
}

export function openCase({ others, ...opening }: Opening, key: string) {
  const typed = others.filter((one) => one.name.trim() !== '' || one.id_number.trim() !== '')
  const entered = typed.map(({ capacity, ...person }) => ({ capacity, entered: person }))
  return call('decide.case.open', { body: { ...opening, others: entered }, key })
}
