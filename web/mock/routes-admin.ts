import type { Organisation, Role, User } from '../src/api/contract'
import { countyRef, townships } from './places'
import { file, none, ok, paged } from './reply'
import type { Route } from './routes'
import { users } from './users'

const organisations: Organisation[] = [
  {
    id: 'org-1',
    name: '清水县民政局',
    kind: 'county_bureau',
    division: countyRef,
    parent: null,
    sections: [],
    status: 'active',
    version: 1,
  },
  ...townships.map((one, index) => ({
    id: `org-${index + 2}`,
    name: `${one.name}社会救助经办机构`,
    kind: 'township_office' as const,
    division: one,
    parent: 'org-1',
    sections: index === 2 ? ['低保', '特困'] : [],
    status: 'active',
    version: 1,
  })),
]

const staff: User[] = users.map((one, index) => ({
  id: one.id,
  login: one.login,
  name: one.name,
  organisation: one.organisation,
  status: index === 3 ? 'locked' : 'active',
  last_login: index === 5 ? null : '2022-10-18T01:02:00Z',
  grants:
    index === 5
      ? []
      : one.roles.map((role) => ({
          id: `grant-${index}`,
          role,
          division: one.division,
          sections: [],
          from: '2022-01-01',
          to: null,
        })),
  version: 1,
}))

const roles: Role[] = users
  .slice(0, 5)
  .flatMap((one) =>
    one.roles.map((role) => ({ ...role, permissions: one.permissions, level: 'county' })),
  )

const cite = '清民发〔2022〕251号'
const parameters = [
  ['农村低保标准', 'Rural dibao standard', '5268', '元/年', '2022-01-01', null, cite],
  [
    '农村低保标准',
    'Rural dibao standard',
    '4788',
    '元/年',
    '2021-01-01',
    '2021-12-31',
    '清民发〔2021〕96号',
  ],
  ['特困基本生活标准', 'Tekun basic living', '6852', '元/年', '2022-01-01', null, cite],
  ['特困护理标准（全护理）', 'Tekun care, full', '451', '元/月', '2022-01-01', null, cite],
  [
    '散居孤儿标准',
    'Orphans living in families',
    '1080',
    '元/月',
    '2022-01-01',
    null,
    '甘民发〔2022〕18号',
  ],
]

const release = {
  digest: '5f1c3a8e0b9d4f6a7c2e1d0b8a9f6e5d4c3b2a190817263544536271809a0b1c',
  proposed_by: { id: 'user-clerk', name: '温彩霞' },
  created_at: '2022-01-03T02:00:00Z',
  faults: [],
}

const entries = Array.from({ length: 64 }, (_, index) => ({
  id: `entry-${index}`,
  seq: 64 - index,
  organisation: 'org-1',
  operation: index % 3 ? 'decide.decision.approve' : 'registry.import.apply',
  zh: index % 3 ? '批准决定' : '应用导入',
  en: index % 3 ? 'Approve a decision' : 'Apply an import',
  actor: '温彩霞',
  login: 'clerk',
  chain: '清水县民政局',
  kind: 'command',
  at: '2022-10-18T02:12:00Z',
  noun: index % 3 ? 'decision' : 'import',
  subject_id: 'x',
  filter: 'division=620521100000',
  reason: index % 3 ? '经审核，符合条件，同意。' : null,
  count: index % 3 ? 1 : 8576,
  hash: '5f1c3a8e0b9d4f6a7c2e1d0b8a9f6e5d',
}))

export const adminRoutes: Route[] = [
  ['GET', '/organisations', () => ok({ items: organisations })],
  ['POST', '/organisations', () => ok(organisations[0], 201)],
  ['PATCH', '/organisations/:id', () => ok(organisations[0])],
  [
    'GET',
    '/users',
    ({ query }) =>
      paged(
        staff.filter(
          (one) =>
            one.login.includes(query.get('q') ?? '') || one.name.includes(query.get('q') ?? ''),
        ),
        query,
      ),
  ],
  ['POST', '/users', () => ok({ user: staff[0], initial_password: 'k7mf-4hqx-w2ta-9bne' }, 201)],
  ['PATCH', '/users/:id', () => ok(staff[0])],
  ['POST', '/users/:id/reset-password', () => ok({ initial_password: 'k7mf-4hqx-w2ta-9bne' })],
  ['POST', '/users/:id/grants', () => ok(staff[0]?.grants[0], 201)],
  ['POST', '/users/:id/:verb', () => ok(staff[0])],
  ['DELETE', '/grants/:id', () => none()],
  ['GET', '/roles', () => ok(roles)],
  ['GET', '/audit/entries', ({ query }) => paged(entries, query)],
  ['GET', '/audit/access', ({ query }) => paged(entries, query)],
  [
    'POST',
    '/audit/verify',
    () =>
      ok({
        ok: false,
        entries: 64,
        access_entries: 1893,
        faults: [
          {
            chain: '清水县民政局',
            seq: 41,
            zh: '内容与摘要不符，这一条被改动过',
            en: 'The content does not match its digest; this entry was changed',
          },
        ],
      }),
  ],
  [
    'GET',
    '/parameters',
    ({ query }) =>
      ok({
        items: parameters
          .filter(([name]) => String(name).includes(query.get('q') ?? ''))
          .map(([name, en, value, unit, from, to, source], index) => ({
            name,
            en,
            value,
            unit,
            from,
            to,
            place: countyRef,
            cite: source,
            verified: index !== 3,
          })),
      }),
  ],
  [
    'GET',
    '/releases',
    ({ query }) =>
      paged(
        [
          {
            ...release,
            id: 'release-2',
            version: '2022.2',
            from: '2022-07-01',
            status: 'proposed',
            approved_by: null,
          },
          {
            ...release,
            id: 'release-1',
            version: '2022.1',
            from: '2022-01-01',
            status: 'in_force',
            approved_by: { id: 'user-reviewer', name: '马志强' },
          },
        ],
        query,
      ),
  ],
  ['POST', '/releases', () => ok({ ...release, id: 'release-2' }, 201)],
  ['POST', '/releases/:id/approve', () => ok({ ...release, id: 'release-2' })],
  ['GET', '/templates', () => file('x')],
]
