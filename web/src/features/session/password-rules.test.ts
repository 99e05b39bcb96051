import { expect, it } from 'vitest'
import { strongEnough } from './password-rules'

it('a password has ten characters of three kinds', () => {
  expect(strongEnough('Qingshui-22')).toBe(true)
  expect(strongEnough('qingshui22x')).toBe(false)
  expect(strongEnough('Qs-22')).toBe(false)
  expect(strongEnough('清水县民政局二〇二二年Aa')).toBe(true)
})
