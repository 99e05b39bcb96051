import type { HouseholdFile, HouseholdPayment, HouseholdRow, Member } from '../src/api/contract'
import { anyName, households, maskedId } from './people'
import { named } from './programmes'

const relations = ['户主', '配偶', '长子', '长女', '父亲', '母亲']
const relationEn = ['Head', 'Spouse', 'Eldest son', 'Eldest daughter', 'Father', 'Mother']

export function find(id: string): HouseholdRow {
  return households.find((one) => one.id === id) ?? (households[0] as HouseholdRow)
}

function member(row: HouseholdRow, index: number): Member {
  const year = index < 2 ? 1961 + index * 3 : index < 4 ? 2008 + index : 1936 + index
  return {
    person_id: `${row.id}-p${index}`,
    name: index === 0 ? row.head.name : anyName(),
    id_number: index === 3 ? null : index === 0 ? row.head.id_number : maskedId(),
    birth: index === 3 ? null : `${year}-0${1 + index}-1${index}`,
    age: index === 3 ? null : 2022 - year,
    sex: index % 2 ? { key: '2', zh: '女', en: 'Female' } : { key: '1', zh: '男', en: 'Male' },
    relation: {
      key: `0${index}`,
      zh: relations[index] ?? '其他',
      en: relationEn[index] ?? 'Other',
    },
    from: '2019-03-01',
    to: index === 5 ? '2021-09-01' : null,
    facts: {
      劳动能力: index === 0 ? '部分丧失' : '无',
      残疾类别: index === 0 ? '肢体' : '无',
      残疾等级: index === 0 ? 2 : null,
      在校学段: index === 2 ? '初中' : '无',
      需长期照护: index === 0,
    },
  }
}

export function fileOf(id: string, asOf: string | null): HouseholdFile {
  const row = find(id)
  const circumstances = [
    ['2022-04-01', '2022-03-28T03:20:00Z', '年度复核', '二类', '12400.00'],
    ['2021-01-01', '2021-01-06T01:05:00Z', '期初导入', '三类', null],
  ] as const
  return {
    id: row.id,
    number: row.number,
    division: row.division,
    address: `${row.division.name}三组 17 号`,
    urban_rural: row.urban_rural,
    status: 'active',
    phone: '138****5521',
    head_id: `${row.id}-p0`,
    moved_away: false,
    version: 3,
    labels: row.labels,
    external_numbers: [{ system: '省低保系统', number: '62052110000123' }],
    members: Array.from({ length: row.size }, (_, index) => member(row, index)),
    circumstances: circumstances
      .filter(([from]) => !asOf || from <= asOf)
      .map(([from, at, source, kind, money], index) => ({
        id: `c${index}`,
        valid_from: from,
        recorded_at: at,
        source,
        facts: [
          { name: '低保类别', value: kind },
          { name: '货币财产', value: money, unit: '元' },
          { name: '生活用房套数', value: 1 },
          { name: '机动车辆数', value: 0 },
          { name: '工商登记', value: false },
          { name: '防返贫类型', value: '脱贫不稳定' },
        ],
      })),
  }
}

export function paymentsOf(id: string): HouseholdPayment[] {
  const row = find(id)
  return Array.from({ length: 10 }, (_, index) => {
    const month = `2022-${String(index + 1).padStart(2, '0')}`
    const base = {
      month,
      for_month: month,
      programme: named('dibao'),
      person: { id: `${row.id}-p0`, name: row.head.name },
      kind: 'current' as const,
      seq: 0,
      status: index < 9 ? 'paid' : 'in_transit',
      paid_at: index < 9 ? `${month}-10` : null,
      batch_id: 'batch-1',
    }
    const lines: HouseholdPayment[] = [
      {
        ...base,
        component: { key: 'base', zh: '保障金', en: 'Class amount' },
        amount: (417 * row.covered).toFixed(2),
      },
    ]
    if (row.covered > 1)
      lines.push({
        ...base,
        component: { key: 'top_up', zh: '分类施保', en: 'Top-up' },
        amount: '131.70',
      })
    if (index === 4)
      lines.push({
        ...base,
        kind: 'arrears',
        component: { key: 'base', zh: '保障金', en: 'Class amount' },
        amount: '38.00',
      })
    return lines
  }).flat()
}
