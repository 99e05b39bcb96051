import { describe, expect, it } from 'vitest'
import { flatten } from './flatten'

describe('figures', () => {
  const rows = flatten({
    'F-007': { 三四类: { 户: 3071, 人: 13366, 印刷: { 户: 3419, 人: 14894 }, D: 'D-02' } },
    'F-005': { 户: 8576, 人: 25697 },
    'F-014': { 农村低保: { 万元: '6289.8810', 印刷: '6337.1359' } },
  })

  it('stand in the order of their numbers, parts below', () => {
    expect(rows.map((row) => [row.number, row.item])).toEqual([
      ['F-005', ''],
      ['F-007', ''],
      ['F-007', '三四类'],
      ['F-014', ''],
      ['F-014', '农村低保'],
    ])
  })

  it('keep the printed value and the fault apart from what was counted', () => {
    expect(rows[2]).toMatchObject({
      values: [
        ['户', '3071'],
        ['人', '13366'],
      ],
      printed: [
        ['户', '3419'],
        ['人', '14894'],
      ],
      fault: 'D-02',
    })
    expect(rows[4]?.printed).toEqual([['', '6337.1359']])
    expect(rows[4]?.fault).toBeNull()
  })
})
