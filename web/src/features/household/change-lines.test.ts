import { expect, it } from 'vitest'
import { changeLines } from './change-lines'

it('reads facts by name, with the person whose they are', () => {
  expect(
    changeLines({ noun: 'person', name: '王秀英', facts: { 残疾等级: { before: 3, after: 2 } } }),
  ).toEqual([{ whose: '王秀英', field: '残疾等级', before: 3, after: 2 }])
})

it('shows of a changed thing only what differs', () => {
  expect(
    changeLines({
      noun: 'award',
      before: { id: 'a', status: 'active', version: 1, class: '三类' },
      after: { id: 'a', status: 'active', version: 2, class: '二类' },
    }),
  ).toEqual([{ field: 'class', before: '三类', after: '二类' }])
})

it('reads a new thing as from nothing', () => {
  expect(changeLines({ after: { members: ['甲', '乙'] } })).toEqual([
    { field: 'members', before: null, after: ['甲', '乙'] },
  ])
})
