import { expect, it } from 'vitest'
import { openSteps } from './steps'

const none = { count: 0, amount: '0.00' }
const some = { count: 14, amount: '11842.00' }

it('a bank file leaves only an approved batch', () => {
  expect(openSteps({ status: 'draft', rejected: none }).file).toBe(false)
  expect(openSteps({ status: 'gathering', rejected: none }).file).toBe(false)
  expect(openSteps({ status: 'approved', rejected: none }).file).toBe(true)
})

it('only rejected payments of a returned batch are issued again', () => {
  expect(openSteps({ status: 'returned', rejected: some }).reissue).toBe(true)
  expect(openSteps({ status: 'returned', rejected: none }).reissue).toBe(false)
  expect(openSteps({ status: 'settled', rejected: some }).reissue).toBe(false)
})

it('what is settled or given up stays as it is', () => {
  for (const status of ['settled', 'discarded'])
    expect(openSteps({ status, rejected: some }).verbs).toEqual([])
})
