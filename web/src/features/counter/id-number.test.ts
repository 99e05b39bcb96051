import { expect, test } from 'vitest'
import { readIdNumber } from './id-number'

test('a number says birth and sex only where its check digit and date hold', () => {
  expect(readIdNumber('11010519491231002X')).toEqual({ birth: '1949-12-31', male: false })
  expect(readIdNumber(' 11010519491231002x ')).toEqual({ birth: '1949-12-31', male: false })
  expect(readIdNumber('110105194912310021')).toBeNull()
  expect(readIdNumber('11010519491331002X')).toBeNull()
  expect(readIdNumber('4912310021')).toBeNull()
})
