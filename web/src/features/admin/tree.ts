import type { Organisation } from '@/api/contract'

export interface OrganisationNode extends Organisation {
  children?: OrganisationNode[]
}

/** Bodies under the body above them; one whose superior is out of sight stands at the top. */
export function organisationTree(items: readonly Organisation[]): OrganisationNode[] {
  const nodes = new Map<string, OrganisationNode>(items.map((one) => [one.id, { ...one }]))
  const roots: OrganisationNode[] = []
  for (const node of nodes.values()) {
    const parent = node.parent ? nodes.get(node.parent) : undefined
    if (parent) parent.children = [...(parent.children ?? []), node]
    else roots.push(node)
  }
  return roots
}
