import { households } from './people'
import { countyRef, townships, villagesOf } from './places'
import { monthly, named, programmes } from './programmes'
import { fault, none, ok, paged } from './reply'
import type { Route } from './routes'
import { state, users } from './users'

const yuan = (fen: number) => (fen / 100).toFixed(2)

const tasks = [
  [
    'decision',
    '期初决定待批准：农村低保 8576 户',
    'Opening decision to approve: rural dibao, 8,576 households',
    'red',
    '2022-10-20',
  ],
  [
    'roll',
    '2022-10 特困人员救助供养名册待审核',
    'Roll of tekun support 2022-10 to review',
    'yellow',
    '2022-10-26',
  ],
  ['account', '王秀英申请变更收款账户', 'Change of account of 王秀英', 'green', '2022-11-02'],
  [
    'batch',
    '甘肃农信清水联社 2022-10 批次有 14 笔退票',
    '14 rejected payments in the batch 2022-10',
    'yellow',
    '2022-10-27',
  ],
  [
    'import',
    '残疾人两项补贴名单有 3 户需要更正',
    '3 households to mend in the allowance list',
    'none',
    null,
  ],
] as const

export const sessionRoutes: Route[] = [
  [
    'POST',
    '/sessions',
    ({ body }) => {
      const me = users.find((one) => one.login === body.login)
      if (!me || body.password === 'wrong') {
        state.failures += 1
        if (state.failures >= 5)
          return fault(
            429,
            'directory.session.locked',
            '账号已被临时锁定',
            'The account is locked for a while',
            {
              zh: '连续输错密码 5 次，请 15 分钟后再试，或请系统管理员解锁。',
              en: 'Five wrong passwords in a row. Try again in 15 minutes or ask the system administrator to unlock it.',
            },
          )
        return fault(
          401,
          'directory.session.refused',
          '用户名或密码不对',
          'The user name or the password is wrong',
          {
            zh: `请重新输入；再错 ${5 - state.failures} 次将锁定账号。`,
            en: `Please try again; ${5 - state.failures} more failures lock the account.`,
          },
        )
      }
      state.failures = 0
      state.me = { ...me }
      return ok(state.me)
    },
  ],
  ['GET', '/sessions/current', () => ok(state.me)],
  [
    'DELETE',
    '/sessions/current',
    () => {
      state.me = null
      return none()
    },
  ],
  [
    'POST',
    '/sessions/current/password',
    ({ body }) => {
      if (body.old === 'wrong')
        return fault(422, 'directory.password.wrong', '原密码不对', 'The old password is wrong')
      if (state.me) state.me.must_change_password = false
      return none()
    },
  ],
  [
    'GET',
    '/divisions',
    ({ query }) => {
      const parent = query.get('parent') ?? ''
      return ok({ items: parent === countyRef.code ? townships : villagesOf(parent) })
    },
  ],
  ['GET', '/programmes', () => ok({ items: programmes })],
  [
    'GET',
    '/vocabulary',
    () =>
      ok({
        items: programmes.flatMap((one) =>
          one.terms.map(({ name, en, values }) => ({ name, en, values, entity: 'award' })),
        ),
      }),
  ],
  [
    'GET',
    '/tasks',
    ({ query }) =>
      paged(
        tasks.map(([noun, zh, en, lamp, due], index) => ({
          id: `task-${index}`,
          kind: noun,
          title_zh: zh,
          title_en: en,
          noun,
          subject_id: noun === 'roll' ? 'roll-tekun-2022-10' : `${noun}-1`,
          division: countyRef,
          due,
          lamp,
          created_at: '2022-10-18T02:12:00Z',
        })),
        query,
      ),
  ],
  [
    'GET',
    '/home',
    ({ query }) => {
      const rows = Object.entries(monthly).map(([key, [h, p, a]], index) => ({
        ...named(key),
        households: h,
        persons: p,
        amount: yuan(a),
        previous:
          key === 'orphan'
            ? null
            : {
                households: h - 12 + index * 3,
                persons: p - 31 + index * 9,
                amount: yuan(a - 1234500 + index * 400000),
              },
      }))
      return ok({
        month: query.get('month') ?? '2022-10',
        programmes: rows,
        total: {
          households: 19026,
          persons: rows.reduce((n, row) => n + row.persons, 0),
          amount: yuan(Object.values(monthly).reduce((n, row) => n + row[2], 0)),
          previous: { households: 18990, persons: 38514, amount: '10598123.45' },
        },
        todo: { open: tasks.length, red: 1 },
      })
    },
  ],
  ['GET', '/households/count', () => ok({ rows: households.length })],
]
