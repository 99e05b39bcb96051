import type { RollStatus } from '@/api/contract'
import type { RollVerb } from './api'

const verbs: Record<RollStatus, RollVerb[]> = {
  computing: [],
  draft: ['submit'],
  submitted: ['return', 'approve'],
  approved: ['return', 'lock'],
  locked: [],
}

/** What can be done to a roll in a state, before rights and the two-person rule. */
export function openVerbs(status: RollStatus): RollVerb[] {
  return verbs[status]
}
