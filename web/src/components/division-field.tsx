import { useQueries, useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useState } from 'react'
import { call } from '@/api/client'
import type { Division } from '@/api/contract'
import { useMe } from '@/auth/session'
import { useT } from '@/i18n'

interface Node {
  value: string
  title: string
  /** With the areas above it, by which it is found as well. */
  full: string
  isLeaf: boolean
  selectable: boolean
  children?: Node[]
}

const children = (parent: string) => ({
  queryKey: ['divisions', parent],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call('directory.division.list', { query: { parent }, signal }),
  staleTime: 30 * 60_000,
})

/** The township that a twelve-digit village code lies in. */
function township(code: string): string {
  return `${code.slice(0, 9)}000`
}

interface DivisionFieldProps {
  id?: string
  value?: string
  onChange?: (code: string) => void
  placeholder?: string
  /** The whole county instead of one's own area: where a family may move to. */
  county?: boolean
  /** A village or community is to be chosen; what lies above only opens. */
  village?: boolean
}

/** The tree of one's own area in official order; villages are read when a township opens. */
export function DivisionField({
  value,
  onChange,
  county = false,
  village = false,
  ...rest
}: DivisionFieldProps) {
  const t = useT()
  const { division } = useMe()
  const [opened, setOpened] = useState<string[]>([])
  const root = county ? `${division.code.slice(0, 6)}000000` : division.code
  const roots = useQuery(children(root))
  const wanted = [...new Set([...opened, ...(value ? [township(value)] : [])])].filter((code) =>
    roots.data?.items.some((one) => one.code === code && one.has_children),
  )
  const villages = useQueries({ queries: wanted.map(children) })
  const below = new Map(wanted.map((code, index) => [code, villages[index]?.data?.items]))

  const selectable = (code: string) => !village || township(code) !== code
  const node = (one: Division): Node => ({
    value: one.code,
    title: one.name,
    full: one.full_name,
    isLeaf: !one.has_children,
    selectable: selectable(one.code),
    children: below.get(one.code)?.map(node),
  })
  const top = roots.data?.items.map(node) ?? []
  const own: Node[] = [
    {
      value: division.code,
      title: division.name,
      full: division.name,
      isLeaf: roots.data?.items.length === 0,
      selectable: selectable(division.code),
      children: top,
    },
  ]
  const tree = county ? top : own
  return (
    <TreeSelect<string | undefined, Node>
      placeholder={village ? t.common.select : t.common.all}
      {...rest}
      allowClear
      showSearch={{
        filterTreeNode: (text, one) => one.full.includes(text.trim()),
        // Villages are found by name, too: the first letter has them all read.
        onSearch: () => setOpened(roots.data?.items.map((one) => one.code) ?? []),
      }}
      treeDefaultExpandedKeys={[division.code]}
      {...(village ? { treeExpandAction: 'click' as const } : {})}
      treeData={tree}
      value={value || undefined}
      onChange={(code) => onChange?.(code ?? '')}
      loadData={(data) => {
        setOpened((codes) => [...codes, String(data.value)])
        return Promise.resolve()
      }}
      popupMatchSelectWidth={280}
      style={{ width: '100%' }}
    />
  )
}
