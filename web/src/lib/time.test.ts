import { describe, expect, it } from 'vitest'
import { addMonths, formatDate, formatTime, lastDayOf } from './time'

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

  it('knows the last day of a month', () => {
    expect(['2022-10', '2022-11', '2023-02', '2024-02', '2022-12'].map(lastDayOf)).toEqual([
      '2022-10-31',
      '2022-11-30',
      '2023-02-28',
      '2024-02-29',
      '2022-12-31',
    ])
  })

  it('steps over year ends', () => {
    expect(addMonths('2022-12', 1)).toBe('2023-01')
    expect(addMonths('2022-01', -1)).toBe('2021-12')
    expect(addMonths('2022-10', 15)).toBe('2024-01')
  })
})
