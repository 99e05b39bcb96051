import type { Batch, MonthRow, Roll } from '../src/api/contract'
import { households, maskedId } from './people'
import { countyRef, townships, villagesOf } from './places'
import { monthly, named, programmes } from './programmes'
import { pick, seeded } from './random'
import { fault, file, ok, paged } from './reply'
import type { Route } from './routes'

const yuan = (fen: number) => (fen / 100).toFixed(2)
const clerk = { id: 'user-clerk', name: '温彩霞' }
const reviewer = { id: 'user-reviewer', name: '马志强' }
const random = seeded(7)

const statuses: Record<string, string> = {
  tekun: 'submitted',
  orphan: 'draft',
  disability_care: 'approved',
}
const rollStatus = (key: string, month: number): string =>
  month < 10 ? 'locked' : (statuses[key] ?? 'locked')

const months: MonthRow[] = Array.from({ length: 11 }, (_, index) => {
  const month = 11 - index
  return {
    month: `2022-${String(month).padStart(2, '0')}`,
    programmes:
      month === 11
        ? []
        : Object.entries(monthly).map(([key, [h, p, a]]) => ({
            ...named(key),
            roll_id: `roll-${key}-2022-${String(month).padStart(2, '0')}`,
            status: rollStatus(key, month),
            households: h - (10 - month) * 3,
            persons: p - (10 - month) * 8,
            amount: yuan(a - (10 - month) * 123400),
            change: { new: 12, stopped: 7, raised: 5, lowered: 2, moved: 1 },
          })),
  }
})

function roll(id: string): Roll {
  const [, key = 'dibao', year = '2022', month = '10'] =
    /^roll-(.+)-(\d{4})-(\d{2})$/.exec(id) ?? []
  const [h, p, a] = monthly[key] ?? [0, 0, 0]
  const share = (n: number, index: number) => Math.floor(n / 18) + (index < n % 18 ? 1 : 0)
  return {
    id,
    programme: named(key),
    month: `${year}-${month}`,
    status: rollStatus(key, Number(month)),
    households: h,
    persons: p,
    amount: yuan(a),
    recovery: '0.00',
    unresolved: key === 'orphan' ? 2 : 0,
    previous: { households: h - 3, persons: p - 8, amount: yuan(a - 123400) },
    changes: { new: 12, stopped: 7, raised: 5, lowered: 2, moved: 1 },
    by_division: townships.map((division, index) => ({
      division,
      households: share(h, index),
      persons: share(p, index),
      amount: yuan(share(a, index)),
    })),
    by_component: (programmes.find((one) => one.key === key)?.components ?? []).map(
      (component, index) => ({
        component,
        persons: index ? 412 : p,
        amount: yuan(index ? 5426040 : a - 5426040),
      }),
    ),
    printed: key === 'dibao' ? { amount: '6337135.90' } : null,
    prepared_by: clerk,
    approved_by: rollStatus(key, Number(month)) === 'locked' ? reviewer : null,
    opinion: null,
    anchor:
      rollStatus(key, Number(month)) === 'locked'
        ? 'SM3 5f1c3a8e0b9d4f6a7c2e1d0b8a9f6e5d · 2022-10-09 14:40'
        : null,
    version: 4,
  }
}

const batches: Batch[] = Array.from({ length: 12 }, (_, index) => {
  const status =
    (['draft', 'approved', 'returned', 'settled'] as const)[Math.min(index, 3)] ?? 'settled'
  return {
    id: `batch-${index + 1}`,
    number: `620521-PC-2022-0000${String(12 - index).padStart(2, '0')}`,
    month: `2022-${String(10 - Math.floor(index / 3)).padStart(2, '0')}`,
    bank: {
      key: 'rcc',
      zh: index % 2 ? '中国邮政储蓄银行清水县支行' : '甘肃省农村信用社联合社清水联社',
      en: index % 2 ? 'Postal Savings Bank, Qingshui' : 'Rural Credit Cooperative, Qingshui',
    },
    programmes: [named('dibao'), named('tekun')],
    status,
    count: 9486 - index,
    amount: '7069676.05',
    paid:
      status === 'draft' || status === 'approved'
        ? { count: 0, amount: '0.00' }
        : { count: 9470, amount: '7057834.05' },
    rejected:
      status === 'returned' ? { count: 14, amount: '11842.00' } : { count: 0, amount: '0.00' },
    file:
      status === 'draft'
        ? null
        : {
            name: '620521-2022-10-RCC.txt',
            digest: '5f1c3a8e0b9d4f6a7c2e1d0b8a9f6e5d4c3b2a190817263544536271809a0b1c',
          },
    prepared_by: clerk,
    approved_by: status === 'draft' ? null : reviewer,
    version: 2,
  }
})

const jobs = [
  {
    id: 'job-1',
    kind: 'registry.import',
    status: 'running',
    done: 18234,
    total: 94176,
    stage_zh: '导入乡村振兴监测名单',
    stage_en: 'Importing the rural revitalisation list',
    error: null,
    result: null,
    created_at: '2022-10-18T02:12:00Z',
    created_by: clerk,
  },
  {
    id: 'job-2',
    kind: 'registry.export',
    status: 'done',
    done: 137,
    total: 137,
    stage_zh: '导出救助家庭',
    stage_en: 'Exporting households',
    error: null,
    result: { file: 'file-1', name: '救助家庭.xlsx' },
    created_at: '2022-10-18T02:02:00Z',
    created_by: clerk,
  },
  {
    id: 'job-3',
    kind: 'disburse.roll',
    status: 'failed',
    done: 310,
    total: 968,
    stage_zh: '编制 2022-11 特困人员名册',
    stage_en: 'Preparing the tekun roll 2022-11',
    error: JSON.parse(
      fault(
        422,
        'policy.parameter.missing',
        '缺少参数：2022-11 特困基本生活标准',
        'Missing parameter: tekun standard of 2022-11',
        {
          zh: '请提出含该月标准的政策版本，批准后继续。',
          en: 'Propose a release with the standard of that month, then resume.',
        },
      ).body,
    ),
    result: null,
    created_at: '2022-10-17T02:02:00Z',
    created_by: clerk,
  },
]

const accounts = ['entitled', 'in_batch', 'at_bank', 'paid'] as const

export const disburseRoutes: Route[] = [
  ['GET', '/months', () => ok({ items: months })],
  ['POST', '/rolls', () => ok({ roll: roll('roll-dibao-2022-10'), job: jobs[0] }, 202)],
  ['GET', '/rolls/:id', ({ params }) => ok(roll(params[0] ?? ''))],
  ['GET', '/rolls/:id/file', () => file('发放名册.xlsx')],
  [
    'GET',
    '/rolls/:id/lines',
    ({ query }) =>
      paged(
        households.map((one, index) => ({
          person: { id: `${one.id}-p0`, name: one.head.name, id_number: maskedId() },
          household_id: one.id,
          division: one.division,
          component: {
            key: index % 3 ? 'base' : 'top_up',
            zh: index % 3 ? '保障金' : '分类施保',
            en: index % 3 ? 'Class amount' : 'Top-up',
          },
          kind: index === 4 ? 'arrears' : 'current',
          for_month: '2022-09',
          seq: 0,
          amount: index % 3 ? '1251.00' : '131.70',
          class: '二类',
        })),
        query,
        { amount: '148233.40' },
      ),
  ],
  [
    'GET',
    '/rolls/:id/changes',
    ({ query }) =>
      paged(
        (['new', 'stopped', 'raised', 'lowered', 'moved'] as const)
          .flatMap((kind) =>
            households.slice(0, 5).map((one, index) => ({
              kind,
              person: { id: `${kind}${index}`, name: one.head.name },
              household_id: one.id,
              division: pick(random, villagesOf(pick(random, townships).code)),
              before: kind === 'new' ? '0.00' : '252.00',
              after: kind === 'stopped' ? '0.00' : kind === 'lowered' ? '168.00' : '1251.00',
              reason: {
                new: '家庭主要劳动力患重病',
                stopped: '保障对象死亡',
                raised: '复核后由三类调整为二类',
                lowered: '家庭成员减少',
                moved: '户籍迁入永清镇',
              }[kind],
              decision_id: 'decision-2',
            })),
          )
          .filter((one) => !query.get('kind') || one.kind === query.get('kind')),
        query,
      ),
  ],
  ['POST', '/rolls/:id/:verb', ({ params }) => ok(roll(params[0] ?? ''))],
  [
    'GET',
    '/batches',
    ({ query }) =>
      paged(
        batches.filter(
          (one) =>
            (!query.get('status') || one.status === query.get('status')) &&
            (!query.get('month') || one.month === query.get('month')),
        ),
        query,
        { amount: '84836112.60' },
      ),
  ],
  ['POST', '/batches', () => ok({ batches, job: null }, 202)],
  [
    'GET',
    '/batches/:id',
    ({ params }) => ok(batches.find((one) => one.id === params[0]) ?? batches[0]),
  ],
  ['GET', '/batches/:id/file', () => file('620521-2022-10-RCC.txt')],
  [
    'POST',
    '/batches/:id/return',
    () =>
      fault(
        422,
        'disburse.return.refused',
        '回盘文件有误，整份未收',
        'The return file is faulty; nothing was taken',
        {
          zh: '请向银行索取更正后的文件重新上传。',
          en: 'Ask the bank for a corrected file and upload it again.',
          errors: [
            {
              pointer: '序号',
              row: 18,
              zh: '批次中没有序号 20418',
              en: 'No payment 20418 in the batch',
            },
            {
              pointer: '合计',
              row: 9488,
              zh: '合计 7069676.05 与各笔之和 7069675.05 不符',
              en: 'The total differs from the sum of the lines',
            },
          ],
        },
      ),
  ],
  ['POST', '/batches/:id/:verb', () => ok(batches[0])],
  [
    'GET',
    '/batches/:id/payments',
    ({ query }) =>
      paged(
        households
          .map((one, index) => ({
            seq: index + 1,
            payee: one.head,
            account: '************0031',
            amount: '1251.00',
            status: index === 3 ? 'rejected' : index === 5 ? 'in_transit' : 'paid',
            reason_zh: index === 3 ? '户名不符' : null,
            reason_en: index === 3 ? 'Holder does not match' : null,
            households: 1,
          }))
          .filter((one) => !query.get('status') || one.status === query.get('status')),
        query,
        { amount: '171387.00' },
      ),
  ],
  [
    'GET',
    '/claims',
    ({ query }) =>
      paged(
        households.slice(0, 3).map((one, index) => ({
          id: `claim-${index}`,
          number: `202209-00${index + 1}`,
          programme: 'dibao',
          month: '2022-09',
          for_month: '2022-07',
          person: one.head,
          household_id: one.id,
          division: one.division,
          amount: '252.00',
          collected: index ? '252.00' : '0.00',
          handed: '0.00',
          version: 1,
        })),
        query,
      ),
  ],
  [
    'GET',
    '/ledger',
    ({ query }) =>
      ok({
        items: months
          .flatMap((row) =>
            row.programmes.map((one) => ({
              programme: { key: one.key, zh: one.zh, en: one.en },
              month: row.month,
              ...Object.fromEntries(accounts.map((account) => [account, one.amount])),
              fund: '农村低保资金',
              unbatched: '0.00',
              returned: '0.00',
              to_recover: one.key === 'dibao' && row.month === '2022-07' ? '252.00' : '0.00',
              recovered: '0.00',
              to_treasury: '0.00',
              balanced: !(one.key === 'dibao' && row.month === '2022-07'),
            })),
          )
          .filter(
            (one) =>
              (!query.get('month') || one.month === query.get('month')) &&
              (!query.get('programme') || one.programme.key === query.get('programme')),
          ),
      }),
  ],
  ['GET', '/jobs', () => ok({ items: jobs, next: null, total: null })],
  ['POST', '/jobs/:id/:verb', () => ok(jobs[0])],
  ['GET', '/files/:id', () => file('救助家庭.xlsx')],
  [
    'GET',
    '/reconciliation',
    () =>
      ok({
        items: [
          [
            'dibao',
            '62898810.00',
            '63371359.00',
            '-472549.00',
            '-0.746%',
            '清水县 2022-10-25 报告；Q5',
          ],
          ['tekun', '7797956.00', '7797956.00', '0.00', '0.000%', '清水县 2022-10-25 报告；Q7'],
          ['disability_living', '5288800.00', null, null, null, '报告中两项补贴合并公布'],
          ['orphan', '269920.00', '269920.00', '0.00', '0.000%', '清水县 2022-10-25 报告；Q9'],
          [
            'temporary_relief',
            '22815818.00',
            '22815818.00',
            '0.00',
            '0.000%',
            '清水县 2022-10-25 报告；Q12',
          ],
        ].map(([key, computed, printed, difference, ratio, cite]) => ({
          programme: named(String(key)),
          computed,
          printed,
          difference,
          ratio,
          cite,
        })),
      }),
  ],
  [
    'GET',
    '/figures',
    () =>
      ok({
        'F-005': { 户: 8576, 人: 25697, 占农业人口: '8.69' },
        'F-006': {
          户: 5505,
          人: 12331,
          占农业人口: '4.17',
          一类: { 户: 1262, 人: 2088 },
          二类: { 户: 4243, 人: 10243 },
          单人户低保: 2427,
        },
        'F-007': {
          三四类: { 户: 3071, 人: 13366, 印刷: { 户: 3419, 人: 14894 }, D: 'D-02' },
          三类: { 户: 2908, 人: 12565 },
          四类: { 户: 163, 人: 801 },
        },
        'F-008': {
          农村特困: { 户: 910, 人: 968 },
          孤儿: { 人: 25 },
          事实无人抚养儿童: { 人: 168 },
        },
        'F-014': { 农村低保: { 万元: '6289.8810', 印刷: '6337.1359' }, 特困: { 万元: '779.7956' } },
        'F-019': { 人: 6491, 印刷: 6962, D: 'D-05', 护理: 4970, 生活: 4808, 叠加: 3287 },
      }),
  ],
  ['GET', '/places', () => ok({ items: [countyRef] })],
]
