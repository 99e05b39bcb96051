import type { AccountChange, Decision, Import } from '../src/api/contract'
import { explanation } from './explanation'
import { fileOf, find, paymentsOf } from './households'
import { households } from './people'
import { countyRef } from './places'
import { named } from './programmes'
import { fault, file, ok, paged } from './reply'
import type { Route } from './routes'
import { state } from './users'

const bank = { key: 'rural_credit', zh: '甘肃省农村信用社', en: 'Gansu Rural Credit Cooperatives' }

const clerk = { id: 'user-clerk', name: '温彩霞' }
const reviewer = { id: 'user-reviewer', name: '马志强' }
const by = () => (state.me ? { id: state.me.id, name: state.me.name } : clerk)

const kinds = [
  ['dibao', '农村低保（省系统导出）', 'Rural dibao (provincial export)'],
  ['tekun', '特困人员（省系统导出）', 'Tekun (provincial export)'],
  ['disability', '残疾人两项补贴名单', 'Two disability allowances'],
  ['orphan', '孤儿、事实无人抚养儿童名单', 'Orphans and unsupported children'],
  ['rural_revitalisation', '乡村振兴监测对象（全国系统导出）', 'Rural revitalisation list'],
  ['doudi', '兜底系统模板', 'Doudi template'],
].map(([key, zh, en]) => ({
  key: key ?? '',
  zh: zh ?? '',
  en: en ?? '',
  files: [
    { key: 'households', zh: '家庭表', en: 'Households', required: true },
    { key: 'members', zh: '成员表', en: 'Members', required: true },
  ],
  columns: [],
}))

const imports: Import[] = [
  {
    id: 'import-1',
    kind: kinds[0] ?? { key: '', zh: '', en: '' },
    status: 'ready',
    files: [
      {
        key: 'households',
        name: '农村低保家庭查询_20211231.xlsx',
        rows: 8579,
        encoding: 'xlsx',
        digest: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
      },
      {
        key: 'members',
        name: '农村低保人员查询_20211231.xlsx',
        rows: 25713,
        encoding: 'xlsx',
        digest: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      },
    ],
    totals: {
      households: 8579,
      persons: 25713,
      right: 8576,
      wrong: 3,
      new: 8576,
      changed: 0,
      same: 0,
    },
    as_of: '2021-12-31',
    mode: null,
    job: null,
    created_by: clerk,
    created_at: '2022-01-04T01:30:00Z',
    claims: null,
  },
  {
    id: 'import-2',
    kind: kinds[1] ?? { key: '', zh: '', en: '' },
    status: 'applied',
    files: [
      {
        key: 'households',
        name: '特困人员查询.csv',
        rows: 968,
        encoding: 'GB18030',
        digest: '99b2c3d4e5f60718293a4b5c6d7e8f90',
      },
    ],
    totals: { households: 910, persons: 968, right: 910, wrong: 0, new: 910, changed: 0, same: 0 },
    as_of: '2021-12-31',
    mode: 'all',
    job: null,
    created_by: clerk,
    created_at: '2022-01-04T02:10:00Z',
    claims: ['tekun'],
  },
]

const decisions: Decision[] = (['opening', 'start', 'stop', 'grace', 'change'] as const).map(
  (kind, index) => ({
    id: `decision-${index + 1}`,
    number: `620521-JD-2022-00000${index + 1}`,
    kind: { key: kind, zh: ['期初', '新增', '终止', '渐退', '变更'][index] ?? '', en: kind },
    programme: named('dibao'),
    division: countyRef,
    status: index < 2 ? 'proposed' : index === 2 ? 'rejected' : 'approved',
    reason:
      [
        '省系统期初名册',
        '家庭主要劳动力患重病',
        '家庭收入超过标准',
        '就业后收入超过标准，给予渐退期',
        '复核后由三类调整为二类',
      ][index] ?? '',
    effective_month: '2022-10',
    counts: {
      awards: index ? 1 : 8576,
      households: index ? 1 : 8576,
      persons: index ? 3 : 25697,
      amount: index ? '1251.00' : '6289881.00',
    },
    proposed_by: index === 1 ? reviewer : clerk,
    proposed_at: '2022-10-08T03:11:00Z',
    approved_by: index < 2 ? null : reviewer,
    approved_at: index < 2 ? null : '2022-10-09T06:40:00Z',
    opinion: index < 2 ? null : '经审核，符合条件，同意。',
    import_id: index ? null : 'import-1',
  }),
)
const decision = (id: string) =>
  decisions.find((one) => one.id === id) ?? (decisions[0] as Decision)

const changes: AccountChange[] = [
  {
    id: 'account-1',
    person: { id: 'p1', name: '王秀英' },
    household_id: households[0]?.id ?? '',
    division: countyRef,
    holder: '王秀英',
    bank,
    account: '************4417',
    reason: '原卡遗失补办',
    status: 'proposed',
    proposed_by: clerk,
    proposed_at: '2022-10-18T02:12:00Z',
    decided_by: null,
    opinion: null,
  },
]

export const registryRoutes: Route[] = [
  [
    'GET',
    '/households',
    ({ query }) => {
      const q = query.get('q') ?? ''
      const rows = households.filter(
        (one) =>
          (one.head.name.includes(q) || one.number.includes(q)) &&
          (!query.get('programme') ||
            one.programmes.some((p) => p.key === query.get('programme'))) &&
          (!query.get('division') ||
            one.division.code.startsWith((query.get('division') ?? '').replace(/0+$/, ''))),
      )
      return paged(rows, query, {
        households: rows.length,
        persons: rows.reduce((n, one) => n + one.covered, 0),
        amount: '171342.00',
      })
    },
  ],
  ['POST', '/households/export', () => ok(state, 202)],
  [
    'GET',
    '/households/:id',
    ({ params, query }) =>
      params[0] === 'gone'
        ? fault(
            404,
            'platform.record.missing',
            '没有这条记录，或不在您的管辖区域内',
            'No such record, or outside your area',
            { zh: '请核对编号，或从列表中查找。', en: 'Check the number or search the list.' },
          )
        : ok(fileOf(params[0] ?? '', query.get('as_of'))),
  ],
  [
    'GET',
    '/households/:id/history',
    () =>
      ok({
        items: [
          {
            at: '2022-04-02T02:20:00Z',
            actor: reviewer,
            operation: 'decide.decision.approve',
            zh: '批准类别调整',
            en: 'Class change approved',
            changes: [
              { noun: 'household', facts: { 低保类别: { before: '三类', after: '二类' } } },
            ],
          },
          {
            at: '2022-03-28T03:20:00Z',
            actor: clerk,
            operation: 'decide.change.propose',
            zh: '提出类别调整',
            en: 'Class change proposed',
            changes: [],
          },
          {
            at: '2021-01-06T01:05:00Z',
            actor: clerk,
            operation: 'registry.import.apply',
            zh: '期初导入',
            en: 'Imported at the opening',
            changes: [],
          },
        ],
      }),
  ],
  [
    'GET',
    '/households/:id/awards',
    ({ params }) => {
      const row = find(params[0] ?? '')
      return ok({
        items: row.programmes.map((programme, index) => ({
          id: `award-${index}`,
          number: `620521-DB-2021-00${index}13`,
          programme,
          class: programme.class ?? '',
          status: index ? 'stopped' : 'active',
          from_month: '2021-01',
          to_month: index ? '2022-06' : null,
          members: [{ person_id: 'p', name: row.head.name, from: '2021-01', to: null }],
          terms: [
            {
              from_month: '2022-04',
              to_month: null,
              facts: { 低保类别: '二类' },
              decision_id: 'decision-5',
            },
            {
              from_month: '2021-01',
              to_month: '2022-03',
              facts: { 低保类别: '三类' },
              decision_id: 'decision-1',
            },
          ],
        })),
      })
    },
  ],
  ['GET', '/households/:id/payments', ({ params }) => ok({ items: paymentsOf(params[0] ?? '') })],
  [
    'GET',
    '/households/:id/accounts',
    ({ params }) =>
      ok({
        items: [
          {
            id: 'a1',
            person: { id: 'p', name: find(params[0] ?? '').head.name },
            holder: find(params[0] ?? '').head.name,
            bank,
            account: '************0031',
            valid_from: '2021-01-01',
            current: true,
          },
        ],
      }),
  ],
  [
    'GET',
    '/lines/:programme/:month/:person/:component/explanation',
    ({ params }) => ok(explanation(params[0] ?? 'dibao', params[1] ?? '')),
  ],
  ['POST', '/persons/:id/reveal', () => ok({ value: '620521196104123419' })],
  ['POST', '/persons/:id/account-changes', () => ok(changes[0], 201)],
  [
    'GET',
    '/account-changes',
    ({ query }) =>
      paged(
        changes.filter((one) => !query.get('status') || one.status === query.get('status')),
        query,
      ),
  ],
  [
    'POST',
    '/account-changes/:id/:verb',
    ({ params }) => {
      const one = changes[0] as AccountChange
      one.status = params[1] === 'approve' ? 'approved' : 'rejected'
      one.decided_by = by()
      return ok(one)
    },
  ],
  ['GET', '/import-kinds', () => ok({ items: kinds })],
  ['GET', '/import-kinds/:kind/template/:file', () => file('模板.xlsx')],
  ['GET', '/imports', ({ query }) => paged(imports, query)],
  ['POST', '/imports', () => ok(imports[0], 202)],
  [
    'GET',
    '/imports/:id',
    ({ params }) => ok(imports.find((one) => one.id === params[0]) ?? imports[0]),
  ],
  [
    'GET',
    '/imports/:id/rows',
    ({ query }) =>
      paged<unknown>(
        query.get('status') === 'wrong'
          ? [
              {
                file: 'members',
                row: 214,
                household: '李志强',
                cells: {
                  户主姓名: '李志强',
                  成员姓名: '李小平',
                  身份证号码: '620521201202300017',
                  与户主关系: '长子',
                  出生日期: '2012.2.30',
                },
                faults: [
                  {
                    column: '身份证号码',
                    zh: '出生日期 2012-02-30 不存在，请核对',
                    en: 'The birth date 2012-02-30 does not exist; please check',
                  },
                  {
                    column: '出生日期',
                    zh: '无法识别的日期“2012.2.30”',
                    en: 'Not a date: “2012.2.30”',
                  },
                ],
              },
              {
                file: 'members',
                row: 1087,
                household: '阿卜杜拉提普·麦麦提江·吐尔逊尼亚孜',
                cells: {
                  户主姓名: '阿卜杜拉提普·麦麦提江·吐尔逊尼亚孜',
                  成员姓名: '热依拉',
                  身份证号码: '62052119850611',
                  与户主关系: '配偶',
                  出生日期: '1985-06-11',
                },
                faults: [
                  {
                    column: '身份证号码',
                    zh: '应为 18 位，现为 14 位，请补全',
                    en: '18 digits are needed, 14 are given; please complete',
                  },
                ],
              },
              {
                file: 'households',
                row: 5120,
                household: '赵存厚',
                cells: { 户主姓名: '赵存厚', 身份证号码: '620521195803124416', 村: '上弯村' },
                faults: [
                  {
                    column: '村',
                    zh: '区划表中没有“上弯村”，是否为“上湾村”',
                    en: 'No village “上弯村”; did you mean “上湾村”?',
                  },
                ],
              },
            ]
          : Array.from({ length: 60 }, (_, index) => ({
              file: 'members',
              row: index + 3,
              household: households[index]?.head.name ?? '',
              cells: {
                户主姓名: households[index]?.head.name ?? '',
                身份证号码: '620521196104123419',
              },
              faults: [],
            })),
        query,
      ),
  ],
  [
    'POST',
    '/imports/:id/apply',
    ({ params, body }) => {
      const one = imports.find((item) => item.id === params[0]) ?? (imports[0] as Import)
      one.status = 'applied'
      one.mode = body.mode === 'all' ? 'all' : 'right'
      return ok(one, 202)
    },
  ],
  ['GET', '/imports/:id/returned/:file', () => file('农村低保人员查询_有误.xlsx')],
  [
    'GET',
    '/decisions',
    ({ query }) =>
      paged(
        decisions.filter((one) => !query.get('status') || one.status === query.get('status')),
        query,
      ),
  ],
  ['POST', '/decisions/opening', () => ok(decisions[0], 201)],
  ['POST', '/decisions/(?:stop|grace|change|start|one-off)', () => ok(decisions[1], 201)],
  [
    'GET',
    '/decisions/:id',
    ({ params }) =>
      ok({
        ...decision(params[0] ?? ''),
        items: households.slice(0, 3).map((one) => ({
          award_id: one.id,
          household_id: one.id,
          division: one.division,
          from_month: '2022-10',
          to_month: null,
          members: [{ id: 'p', name: one.head.name }],
          facts: { 低保类别: '二类' },
          reason: '复核后调整类别',
          amount: '1251.00',
          cause: '',
        })),
      }),
  ],
  [
    'POST',
    '/decisions/:id/:verb',
    ({ params, body }) => {
      const one = decision(params[0] ?? '')
      if (one.proposed_by.id === state.me?.id)
        return fault(
          403,
          'decide.decision.same_person',
          '提出人不能批准自己的决定',
          'The proposer cannot approve',
        )
      one.status = params[1] === 'approve' ? 'approved' : 'rejected'
      one.approved_by = by()
      one.opinion = String(body.opinion ?? '')
      return ok(one)
    },
  ],
]
