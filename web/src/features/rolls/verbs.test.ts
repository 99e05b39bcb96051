import { expect, it } from 'vitest'
import { openVerbs } from './verbs'

it('a locked roll can never be moved, a submitted one only checked', () => {
  expect(openVerbs('locked')).toEqual([])
  expect(openVerbs('computing')).toEqual([])
  expect(openVerbs('draft')).toEqual(['submit'])
  expect(openVerbs('submitted')).toEqual(['return', 'approve'])
  expect(openVerbs('approved')).not.toContain('submit')
})
