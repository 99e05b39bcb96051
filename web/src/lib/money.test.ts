import { describe, expect, it } from 'vitest'
import { formatCount, formatMoney, fromFen, subtract, sum, toFen } from './money'

describe('money', () => {
  it('reads and writes decimal strings exactly, beyond what a float can hold', () => {
    expect(toFen('90071992547409.93')).toBe(9007199254740993n)
    expect(fromFen(9007199254740993n)).toBe('90071992547409.93')
    expect(toFen('0.1')).toBe(10n)
    expect(toFen('-0.05')).toBe(-5n)
    expect(fromFen(-5n)).toBe('-0.05')
  })

  it('refuses what is no amount instead of guessing', () => {
    for (const text of ['', 'abc', '1.234', '1e3', '12,000.00', '1.'])
      expect(toFen(text)).toBeNull()
  })

  it('groups thousands and keeps two places', () => {
    expect(formatMoney('62898810.00')).toBe('62,898,810.00')
    expect(formatMoney('999.9')).toBe('999.90')
    expect(formatMoney('-1317.00')).toBe('\u22121,317.00')
  })

  it('shows 万元 to four places, half up, as the documents print it', () => {
    expect(formatMoney('22815818.00', { unit: 'wan' })).toBe('2,281.5818')
    expect(formatMoney('62898810.00', { unit: 'wan' })).toBe('6,289.8810')
    expect(formatMoney('0.50', { unit: 'wan' })).toBe('0.0001')
    expect(formatMoney('0.49', { unit: 'wan' })).toBe('0.0000')
    expect(formatMoney('-472549.00', { unit: 'wan', signed: true })).toBe('\u221247.2549')
  })

  it('keeps blank apart from zero', () => {
    expect(formatMoney(null)).toBe('')
    expect(formatMoney('')).toBe('')
    expect(formatMoney('0.00')).toBe('0.00')
    expect(formatCount(null)).toBe('')
    expect(formatCount(0)).toBe('0')
  })

  it('signs differences', () => {
    expect(formatMoney('12.00', { signed: true })).toBe('+12.00')
    expect(formatMoney('0.00', { signed: true })).toBe('0.00')
    expect(formatCount(1234, true)).toBe('+1,234')
    expect(formatCount(-7, true)).toBe('\u22127')
  })

  it('adds and subtracts to the fen', () => {
    expect(sum(['0.10', '0.20'])).toBe('0.30')
    expect(sum([])).toBe('0.00')
    expect(subtract('62898810.00', '63371359.00')).toBe('-472549.00')
    expect(subtract('x', '1.00')).toBeNull()
  })
})
