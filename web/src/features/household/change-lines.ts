import type { FactValue } from '@/api/contract'

export interface ChangeLine {
  /** The person whose fact it is, where it is a person's. */
  whose?: string
  field: string
  before: FactValue
  after: FactValue
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value of the audit in one line; what has parts of its own is written as its parts. */
function plain(value: unknown): FactValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.map((one) => String(plain(one) ?? ''))
  return JSON.stringify(value)
}

/** Keys that name the thing and say nothing of what has happened to it. */
const silent = new Set(['id', 'version', 'subject', 'noun'])

/**
 * One change of the audit as lines of field, before and after. A change of facts
 * carries them by name; a change of a thing carries it as it was and as it is.
 */
export function changeLines(change: Record<string, unknown>): ChangeLine[] {
  if (isTree(change.facts)) {
    const whose = typeof change.name === 'string' ? { whose: change.name } : {}
    return Object.entries(change.facts).map(([name, pair]) => ({
      ...whose,
      field: name,
      before: plain(isTree(pair) ? pair.before : null),
      after: plain(isTree(pair) ? pair.after : pair),
    }))
  }
  const before = isTree(change.before) ? change.before : {}
  const after = isTree(change.after) ? change.after : {}
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !silent.has(name))
    .map((field) => ({ field, before: plain(before[field]), after: plain(after[field]) }))
    .filter((line) => JSON.stringify(line.before) !== JSON.stringify(line.after))
}
