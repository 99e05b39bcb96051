import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type BodyOf, call } from '@/api/client'
import type { UserStatus } from '@/api/contract'
import { given } from '@/api/given'

export function useOrganisations(enabled = true) {
  return useQuery({
    queryKey: ['organisations'],
    enabled,
    queryFn: ({ signal }) => call('directory.organisation.list', { signal }),
    staleTime: 60_000,
  })
}

export type OrganisationDraft = BodyOf<'directory.organisation.create'>

export function createOrganisation(body: OrganisationDraft, key: string) {
  return call('directory.organisation.create', { body, key })
}

export function updateOrganisation({
  id,
  version,
  ...body
}: BodyOf<'directory.organisation.update'> & { id: string; version: number }) {
  return call('directory.organisation.update', { path: { id }, body, version })
}

export const noUserFilters = { q: '', organisation: '', status: '' }
export type UserFilters = typeof noUserFilters

export function useUsers(filters: UserFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['users', filters, page, limit],
    queryFn: ({ signal }) =>
      call('directory.user.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function createUser(body: BodyOf<'directory.user.create'>, key: string) {
  return call('directory.user.create', { body, key })
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
  status?: UserStatus
}) {
  return call('directory.user.update', { path: { id }, body, version })
}

export function resetPassword(id: string, key: string) {
  return call('directory.user.reset', { path: { id }, key })
}

export function lockUser({ id, verb }: { id: string; verb: 'lock' | 'unlock' }, key: string) {
  return call(`directory.user.${verb}`, { path: { id }, key })
}

export type GrantDraft = BodyOf<'directory.grant.create'>

export function createGrant({ user, ...body }: GrantDraft & { user: string }, key: string) {
  return call('directory.grant.create', { path: { id: user }, body, key })
}

export function endGrant(id: string, key: string) {
  return call('directory.grant.end', { path: { id }, key })
}

export function useRoles(enabled = true) {
  return useQuery({
    queryKey: ['roles'],
    enabled,
    queryFn: ({ signal }) => call('directory.role.list', { signal }),
    staleTime: 10 * 60_000,
  })
}

export const noAuditFilters = { operation: '', actor: '', from: '', to: '' }
export type AuditFilters = typeof noAuditFilters

export function useAudit(filters: AuditFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['audit', filters, page, limit],
    queryFn: ({ signal }) =>
      call('platform.audit.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useAccess(filters: AuditFilters, page: number, limit: number) {
  return useQuery({
    queryKey: ['access', filters, page, limit],
    queryFn: ({ signal }) =>
      call('platform.access.list', {
        query: { ...given(filters), page, limit, total: true },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function verifyAudit(_nothing: undefined, key: string) {
  return call('platform.audit.verify', { key })
}
