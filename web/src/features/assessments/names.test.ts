import { expect, test } from 'vitest'
import type { Assessment, AssessmentResult } from '@/api/contract'
import { zh } from '@/i18n/zh'
import {
  byOwner,
  ordered,
  pathName,
  sheetRows,
  subjectName,
  waitsForFigures,
  worthTelling,
} from './names'

const family = {
  members: [
    { person_id: '1', name: '甲', relation: '本人' },
    { person_id: '2', name: '乙', relation: '子' },
  ],
} as unknown as Assessment

test('members of a step are called by their names', () => {
  expect(subjectName(family, '成员2')).toBe('乙')
  expect(subjectName(family, '户')).toBe('户')
  expect(subjectName(family, '成员9')).toBe('成员9')
  expect(pathName(family, '成员1.工资性收入')).toBe('甲 · 工资性收入')
  expect(pathName(family, '农村低保标准')).toBe('农村低保标准')
})

test('what is missing stands once, by whose it is', () => {
  const fact = { zh: '劳动能力', en: 'Ability to work', of: 'person', member: 1 }
  const house = { zh: '货币财产', en: 'Money', of: 'household', member: null }
  expect(byOwner(family, [fact, house, fact], zh, 'zh')).toEqual([
    { owner: '全家', person: false, facts: ['货币财产'] },
    { owner: '乙', person: true, facts: ['劳动能力'] },
  ])
})

test('single members are told of only where the household is settled', () => {
  const one = (key: string, member: number | null, verdict: string, single = false) => ({
    programme: { key, zh: key, en: key },
    member,
    verdict,
    single,
    pays: true,
  })
  const results = [
    one('dibao', null, '未知'),
    one('dibao', 0, '未知', true),
    one('tekun', 0, '不适用'),
    one('orphan', 1, '未知'),
  ]
  const told = worthTelling({ ...family, results } as unknown as Assessment)
  expect(told.map((r) => `${r.programme.key}${r.member ?? ''}`)).toEqual(['dibao', 'orphan1'])
})

test('what somebody gets stands first', () => {
  const one = (verdict: string, pays: boolean) => ({ verdict, pays }) as AssessmentResult
  const all = [one('不符合', true), one('符合', false), one('未知', true), one('符合', true)]
  expect(ordered(all).map((r) => `${r.verdict}${r.pays}`)).toEqual([
    '符合true',
    '符合false',
    '未知true',
    '不符合true',
  ])
})

test('members of whom the same is said stand in one row, and what is paid stands first', () => {
  const one = (key: string, member: number, verdict: string, more = {}) =>
    ({
      programme: { key, zh: key, en: key },
      member,
      verdict,
      single: false,
      pays: true,
      reasons: [{ zh: '低收入人口', en: '' }],
      missing: [],
      ...more,
    }) as unknown as AssessmentResult
  const lacking = (member: number) => [{ zh: '父亲状况', en: '', of: 'person', member }]
  const rows = sheetRows([
    one('medical', 0, '符合', { pays: false }),
    one('medical', 1, '符合', { pays: false }),
    one('orphan', 0, '未知', { missing: lacking(0) }),
    one('orphan', 1, '未知', { missing: lacking(1) }),
    one('care', 0, '符合', { monthly: '110.00' }),
    one('care', 1, '符合', { monthly: '110.00' }),
  ])
  expect(rows.map((row) => [row.result.programme.key, row.members])).toEqual([
    ['care', [0]],
    ['care', [1]],
    ['orphan', [0, 1]],
    ['medical', [0, 1]],
  ])
  expect(rows[2]?.result.missing).toHaveLength(2)
})

test('what waits for figures of the place is no question to the family', () => {
  const one = (verdict: string, missing: unknown[]) =>
    ({ verdict, missing }) as unknown as AssessmentResult
  expect(waitsForFigures(one('未知', []))).toBe(true)
  expect(waitsForFigures(one('未知', [{}]))).toBe(false)
  expect(waitsForFigures(one('不符合', []))).toBe(false)
})
