import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/api/client'

export function useHome(month: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['home', month ?? ''],
    enabled,
    queryFn: ({ signal }) => call('insight.home.get', { query: month ? { month } : {}, signal }),
    placeholderData: keepPreviousData,
  })
}

export function useTasks(limit: number, page: number, enabled: boolean) {
  return useQuery({
    queryKey: ['tasks', limit, page],
    enabled,
    queryFn: ({ signal }) =>
      call('platform.task.list', { query: { status: 'open', limit, page, total: true }, signal }),
    placeholderData: keepPreviousData,
  })
}
