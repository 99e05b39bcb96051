import { expect, it } from 'vitest'
import type { Organisation } from '@/api/contract'
import { organisationTree } from './tree'

const body = (id: string, parent: string | null): Organisation => ({
  id,
  parent,
  name: id,
  kind: 'township_office',
  division: { code: '620521000000', name: '清水县', full_name: '清水县' },
  sections: [],
  status: 'active',
  version: 1,
})

it('a body stands below its superior, and at the top when that one is out of sight', () => {
  const tree = organisationTree([
    body('township', 'county'),
    body('county', null),
    body('lost', 'x'),
  ])
  expect(tree.map((one) => one.id)).toEqual(['county', 'lost'])
  expect(tree[0]?.children?.map((one) => one.id)).toEqual(['township'])
})
