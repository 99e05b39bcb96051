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
  notFound:
    'It does not exist, or lies outside your area. Check the address, or open it from its list.',
  more: (n) => `${n} more`,
}
