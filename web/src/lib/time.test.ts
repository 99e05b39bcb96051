import { describe, expect, it } from 'vitest'
import { addMonths, formatDate, formatTime } from './time'

describe('time', () => {
  it('shows instants in the time of China whatever the machine thinks', () => {
    expect(formatTime('2022-10-24T16:30:00Z')).toBe('2022-10-25 00:30')
    expect(formatDate('2022-10-24T16:30:00Z')).toBe('2022-10-25')
  })

  it('leaves plain dates and months alone', () => {
    expect(formatDate('2022-10-25')).toBe('2022-10-25')
    expect(formatDate('2022-10')).toBe('2022-10')
    expect(formatDate(null)).toBe('')
  })

  it('steps over year ends', () => {
    expect(addMonths('2022-12', 1)).toBe('2023-01')
    expect(addMonths('2022-01', -1)).toBe('2021-12')
    expect(addMonths('2022-10', 15)).toBe('2024-01')
  })
})
