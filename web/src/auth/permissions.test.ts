import { describe, expect, it } from 'vitest'
import { zh } from '@/i18n/zh'
import { currentPath, menuOf, permitted } from '@/shell/menu'
import { users } from '../../mock/users'
import { mayDo } from './permissions'

const who = (...permissions: string[]) => ({ permissions })

describe('permission patterns', () => {
  it('cover themselves and what lies below them', () => {
    expect(mayDo(who('registry.import.*'), 'registry.import.create')).toBe(true)
    expect(mayDo(who('insight.*'), 'insight.home.get')).toBe(true)
    expect(mayDo(who('disburse.roll.get'), 'disburse.roll.get')).toBe(true)
  })

  it('cover nothing else', () => {
    expect(mayDo(who('registry.import.*'), 'registry.importer.create')).toBe(false)
    expect(mayDo(who('registry.import.*'), 'registry.import')).toBe(false)
    expect(mayDo(who('disburse.roll.get'), 'disburse.roll.lock')).toBe(false)
    expect(mayDo(who('*'), 'directory.user.create')).toBe(false)
    expect(mayDo(who('.*'), 'directory.user.create')).toBe(false)
    expect(mayDo(null, 'directory.session.get')).toBe(false)
  })

  it('follow the permission that opens an operation of another name', () => {
    expect(mayDo(who('platform.audit.read'), 'platform.access.list')).toBe(true)
    expect(mayDo(who('platform.access.list'), 'platform.access.list')).toBe(false)
    expect(mayDo(who('policy.release.approve'), 'policy.release.reject')).toBe(true)
  })

  it('leave one’s own session open to everyone', () => {
    expect(mayDo(who(), 'directory.password.change')).toBe(true)
  })
})

describe('menu', () => {
  const pathsFor = (login: string) => {
    const me = users.find((one) => one.login === login) ?? null
    return permitted(menuOf(zh), (operation) => mayDo(me, operation))
      .flatMap((group) => group.entries)
      .map((entry) => entry.path)
  }

  it('shows an administrator no business data', () => {
    for (const login of ['system', 'security', 'audit'])
      for (const path of ['/households', '/rolls', '/batches', '/ledger', '/decisions', '/imports'])
        expect(pathsFor(login), login).not.toContain(path)
    expect(pathsFor('system')).toContain('/users')
    expect(pathsFor('audit')).toEqual(['/', '/audit', '/access'])
  })

  it('shows a clerk no administration', () => {
    expect(pathsFor('clerk')).toContain('/households')
    expect(pathsFor('clerk')).not.toContain('/users')
    expect(pathsFor('clerk')).not.toContain('/audit')
  })

  it('finds the entry that a page lies under', () => {
    const groups = menuOf(zh)
    expect(currentPath(groups, '/rolls/7f')).toBe('/rolls')
    expect(currentPath(groups, '/')).toBe('/')
    expect(currentPath(groups, '/elsewhere')).toBe('')
  })
})
