import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

export const pageSizes = [10, 20, 50, 100]

export interface ListState<F> {
  filters: F
  page: number
  limit: number
  search: (filters: Partial<Record<keyof F, string | null | undefined>>) => void
  turn: (page: number, limit: number) => void
  reset: () => void
}

function positive(text: string | null, fallback: number): number {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : fallback
}

/** Filters and page live in the address, so that back, reload and a bookmark show the same list. */
export function useListState<F extends Record<string, string>>(
  defaults: F,
  limit = 20,
): ListState<F> {
  const [params, setParams] = useSearchParams()
  return useMemo(() => {
    const filters = Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, params.get(name) ?? value]),
    ) as F
    const size = positive(params.get('limit'), limit)
    const write = (values: Record<string, string | null | undefined>) =>
      setParams((previous) => {
        const next = new URLSearchParams(previous)
        for (const [name, value] of Object.entries(values)) {
          if (value && value !== defaults[name]) next.set(name, value)
          else if (value === '' && defaults[name] !== undefined && defaults[name] !== '')
            next.set(name, '')
          else next.delete(name)
        }
        return next
      })
    return {
      filters,
      page: positive(params.get('page'), 1),
      limit: pageSizes.includes(size) ? size : limit,
      search: (values) => write({ ...values, page: null }),
      turn: (page, nextLimit) => write({ page: String(page), limit: String(nextLimit) }),
      reset: () =>
        write({
          ...Object.fromEntries(Object.keys(defaults).map((name) => [name, null])),
          page: null,
        }),
    }
  }, [params, setParams, defaults, limit])
}
