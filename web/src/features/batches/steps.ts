import type { Batch } from '@/api/contract'
import type { BatchVerb } from './api'

interface Steps {
  verbs: BatchVerb[]
  file: boolean
  return: boolean
  reissue: boolean
}

/** What can be done to a batch in its state, before rights and the two-person rule. */
export function openSteps(batch: Pick<Batch, 'status' | 'rejected'>): Steps {
  const { status } = batch
  const out = ['approved', 'sent', 'returned', 'settled'].includes(status)
  const verbs: BatchVerb[] =
    status === 'draft' ? ['discard', 'approve'] : status === 'approved' ? ['send'] : []
  return {
    verbs,
    file: out,
    return: status === 'approved' || status === 'sent',
    reissue: status === 'returned' && batch.rejected.count > 0,
  }
}
