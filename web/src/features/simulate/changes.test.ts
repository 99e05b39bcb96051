import { expect, test } from 'vitest'
import { entriesOf } from './changes'

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
