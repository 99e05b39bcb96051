import type { FigureNode, Figures } from '@/api/contract'

export interface FigureRow {
  key: string
  number: string
  item: string
  depth: number
  values: [name: string, value: string][]
  printed: [name: string, value: string][]
  fault: string | null
}

type Branch = { [name: string]: FigureNode }

function isBranch(node: FigureNode | undefined): node is Branch {
  return typeof node === 'object' && node !== null
}

function leaves(node: FigureNode | undefined): [string, string][] {
  if (node === undefined) return []
  if (!isBranch(node)) return [['', String(node)]]
  return Object.entries(node).flatMap(([name, value]) =>
    isBranch(value) ? [] : [[name, String(value)] as [string, string]],
  )
}

/** A figure tree as rows: each node with numbers of its own, its parts below it. */
export function flatten(figures: Figures): FigureRow[] {
  const rows: FigureRow[] = []
  const walk = (number: string, path: string[], node: FigureNode) => {
    if (!isBranch(node)) {
      rows.push({
        key: [number, ...path].join('/'),
        number,
        item: path.at(-1) ?? '',
        depth: path.length,
        values: [['', String(node)]],
        printed: [],
        fault: null,
      })
      return
    }
    const values = Object.entries(node).filter(([name]) => name !== '印刷' && name !== 'D')
    const own = values.flatMap(([name, value]) =>
      isBranch(value) ? [] : [[name, String(value)] as [string, string]],
    )
    const fault = node.D
    rows.push({
      key: [number, ...path].join('/'),
      number,
      item: path.at(-1) ?? '',
      depth: path.length,
      values: own,
      printed: leaves(node.印刷),
      fault: fault === undefined || isBranch(fault) ? null : String(fault),
    })
    for (const [name, value] of values) if (isBranch(value)) walk(number, [...path, name], value)
  }
  for (const number of Object.keys(figures).sort()) {
    const node = figures[number]
    if (node !== undefined) walk(number, [], node)
  }
  return rows.filter(
    (row) => row.depth === 0 || row.values.length > 0 || row.printed.length > 0 || row.fault,
  )
}
