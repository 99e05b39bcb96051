import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { AnswerOf } from '@/api/client'
import { type Problem, toProblem } from '@/api/problem'

export type Account = AnswerOf<'intake.citizen.get'>

/** A village or community with the areas above it, as the visitor chose it. */
export interface Where {
  code: string
  name: string
}

interface Portal {
  where: Where | null
  setWhere: (where: Where | null) => void
  account: Account | null
  setAccount: (account: Account | null) => void
}

export const PortalContext = createContext<Portal>({
  where: null,
  setWhere: () => undefined,
  account: null,
  setAccount: () => undefined,
})

export function usePortal(): Portal {
  return useContext(PortalContext)
}

export interface Loaded<T> {
  data: T | null
  problem: Problem | null
  reload: () => void
}

/** Reads something once, and again when what it hangs on changes. */
export function useLoad<T>(
  read: (signal: AbortSignal) => Promise<T>,
  on: readonly unknown[],
): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; problem: Problem | null }>({
    data: null,
    problem: null,
  })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what it hangs on
  useEffect(() => {
    const stop = new AbortController()
    setState({ data: null, problem: null })
    read(stop.signal).then(
      (data) => {
        if (!stop.signal.aborted) setState({ data, problem: null })
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ data: null, problem: toProblem(error) })
      },
    )
    return () => stop.abort()
  }, [...on, turn])
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  return { ...state, reload }
}

/** One act at a time, with what went wrong. */
export function useAct(): {
  busy: boolean
  problem: Problem | null
  act: (work: () => Promise<void>) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, act }
}
