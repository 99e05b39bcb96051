import { expect, test } from 'vitest'
import { choicesOf, entriesOf, percentOf } from './values'

test('a table is taken apart into its entries, and nothing else is', () => {
  const classes = [
    ['一类', '439'],
    ['二类', '417'],
  ]
  expect(entriesOf('一类 439 · 二类 417')).toEqual(classes)
  expect(entriesOf('{一类: 439, 二类: 417}')).toEqual(classes)
  expect(entriesOf('5268')).toEqual([])
  expect(entriesOf('急难型、支出型')).toEqual([])
  expect(entriesOf('2021-01-01')).toEqual([])
})

test('what may be changed is named, entry by entry, and sorted by what it is', () => {
  const parameter = (name: string, value: string, unit: string) => ({
    name,
    en: '',
    value,
    unit,
    cite: '',
    from: '2022-01-01',
    verified: true,
    place: { code: '620000000000', name: '甘肃省', full_name: '甘肃省' },
  })
  const all = [
    parameter('农村低保标准', '5268', '元/年'),
    parameter('农村低保分类补助标准', '{一类: 439, 二类: 417}', '元/月'),
    parameter('刚性支出扣减比例', '100', '%'),
    parameter('复核月数', '12', '月'),
    parameter('计算赡养费', 'false', ''),
  ]
  const found = choicesOf(all, true, (name, entry) => `${name}（${entry}）`)
  expect(found.map((one) => [one.name, one.kind])).toEqual([
    ['农村低保标准', 'money'],
    ['农村低保分类补助标准.一类', 'money'],
    ['农村低保分类补助标准.二类', 'money'],
    ['刚性支出扣减比例', 'rate'],
    ['复核月数', 'limit'],
    ['计算赡养费', 'rule'],
  ])
  expect(found[1]?.label).toBe('农村低保分类补助标准（一类）')
})

test('a step in percent is rounded half up, signed, and said of plain numbers only', () => {
  expect(percentOf('5268', '5800')).toBe('+10.1%')
  expect(percentOf('84', '100')).toBe('+19.0%')
  expect(percentOf('100', '99.95')).toBe('\u22120.1%')
  expect(percentOf('5268', '5,268')).toBeNull()
  expect(percentOf('0', '5')).toBeNull()
  expect(percentOf('439', '500元/年')).toBeNull()
  expect(percentOf('439', '多')).toBeNull()
})
