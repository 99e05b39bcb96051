/** Instants come in UTC and are read in the office's own time, which is China's everywhere. */
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function fields(instant: string | Date): Record<string, string> | null {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  if (Number.isNaN(date.getTime())) return null
  return Object.fromEntries(parts.formatToParts(date).map((part) => [part.type, part.value]))
}

/** 2022-10-25; a plain date passes through unchanged. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return ''
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return value
  const f = fields(value)
  return f ? `${f.year}-${f.month}-${f.day}` : value
}

/** 2022-10-25 09:30 */
export function formatTime(value: string | Date | null | undefined): string {
  if (!value) return ''
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const f = fields(value)
  return f ? `${f.year}-${f.month}-${f.day} ${f.hour}:${f.minute}` : String(value)
}

export function today(): string {
  return formatDate(new Date().toISOString())
}

export function thisMonth(): string {
  return today().slice(0, 7)
}

/** The last day of a month: 2022-10 → 2022-10-31. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

/** The month `count` after (or, negative, before) the given one. */
export function addMonths(month: string, count: number): string {
  const year = Number(month.slice(0, 4))
  const index = year * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
