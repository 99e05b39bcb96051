import type { RollVerb } from './api'

const verbs: Record<string, RollVerb[]> = {
  draft: ['submit'],
  submitted: ['return', 'approve'],
  approved: ['return', 'lock'],
}

/** What can be done to a roll in a state, before rights and the two-person rule. */
export function openVerbs(status: string): RollVerb[] {
  return verbs[status] ?? []
}
