import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type {
  AccessEntry,
  AuditEntry,
  AuditVerdict,
  Grant,
  Items,
  Organisation,
  Page,
  Role,
  User,
} from '@/api/contract'
import { get, post, request } from '@/api/request'

export function useOrganisations(enabled = true) {
  return useQuery({
    queryKey: ['organisations'],
    enabled,
    queryFn: ({ signal }) => get<Items<Organisation>>('/organisations', {}, signal),
    staleTime: 60_000,
  })
}

export interface OrganisationDraft {
  name: string
  kind: string
  division: string
  parent: string | null
  sections: string[]
}

export function createOrganisation(body: OrganisationDraft, key: string) {
  return post<Organisation>('/organisations', { body, key })
}

export function updateOrganisation({
  id,
  version,
  ...body
}: {
  id: string
  version: number
  name: string
  sections: string[]
  status: string
}) {
  return request<Organisation>('PATCH', `/organisations/${id}`, { body, version })
}

export const noUserFilters = { q: '', organisation: '', status: '' }
export type UserFilters = typeof noUserFilters

export function useUsers(filters: UserFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['users', filters, page, limit],
    queryFn: ({ signal }) =>
      get<Page<User>>('/users', { ...filters, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export interface FirstPassword {
  initial_password: string
}

export function createUser(
  body: { login: string; name: string; organisation_id: string },
  key: string,
) {
  return post<FirstPassword & { user: User }>('/users', { body, key })
}

export function updateUser({
  id,
  version,
  ...body
}: {
  id: string
  version: number
  name: string
  organisation_id: string
}) {
  return request<User>('PATCH', `/users/${id}`, { body, version })
}

export function resetPassword(id: string, key: string) {
  return post<FirstPassword>(`/users/${id}/reset-password`, { key })
}

export function lockUser({ id, verb }: { id: string; verb: 'lock' | 'unlock' }, key: string) {
  return post<User>(`/users/${id}/${verb}`, { key })
}

export interface GrantDraft {
  role: string
  division: string
  sections: string[]
  from: string
  to: string | null
}

export function createGrant({ user, ...body }: GrantDraft & { user: string }, key: string) {
  return post<Grant>(`/users/${user}/grants`, { body, key })
}

export function endGrant(id: string) {
  return request<void>('DELETE', `/grants/${id}`)
}

/** Roles come as a plain list. */
export function useRoles(enabled = true) {
  return useQuery({
    queryKey: ['roles'],
    enabled,
    queryFn: ({ signal }) => get<Role[]>('/roles', {}, signal),
    staleTime: 10 * 60_000,
  })
}

export const noAuditFilters = { operation: '', actor: '', from: '', to: '' }
export type AuditFilters = typeof noAuditFilters

export function useAudit(filters: AuditFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['audit', filters, page, limit],
    queryFn: ({ signal }) =>
      get<Page<AuditEntry>>('/audit/entries', { ...filters, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useAccess(filters: AuditFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['access', filters, page, limit],
    queryFn: ({ signal }) =>
      get<Page<AccessEntry>>('/audit/access', { ...filters, page, limit, total: true }, signal),
    placeholderData: keepPreviousData,
  })
}

export function verifyAudit(_nothing: undefined, key: string) {
  return post<AuditVerdict>('/audit/verify', { key })
}
