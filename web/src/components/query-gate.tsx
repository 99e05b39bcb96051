import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { toProblem } from '@/api/problem'
import { ProblemAlert } from './problem'

/** Shows a skeleton while reading, the problem where it fails, else the matter. */
export function QueryGate<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return <ProblemAlert problem={toProblem(query.error)} retry={() => void query.refetch()} />
  return <Skeleton active paragraph={{ rows: 6 }} />
}
