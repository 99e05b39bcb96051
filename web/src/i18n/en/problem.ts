import type { Catalogue } from '../types'
import type { problem as zh } from '../zh/problem'

export const problem: Catalogue<typeof zh> = {
  what: 'What',
  where: 'Where',
  row: (n) => `row ${n}`,
  mend: 'How to mend',
  code: 'Code',
  requestId: 'Request id',
  retry: 'Try again',
  more: (n) => `${n} more`,
}
