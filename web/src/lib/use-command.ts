import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Problem, toProblem } from '@/api/problem'
import { useNotify } from '@/components/notify'
import { uuid } from './uuid'

interface CommandOptions<R, A> {
  /** Shown when the command is done. */
  success?: string
  /** What the command changes, so that it is read again. */
  touches?: QueryKey[]
  onDone?: (result: R, args: A) => void
  /** The caller shows the problem itself, for example inside its dialog. */
  quiet?: boolean
}

export interface Command<A> {
  run: (args: A) => void
  pending: boolean
  problem: Problem | null
  clear: () => void
}

/** Files have no JSON of their own: name, size and time tell two of them apart. */
function fileStamp(_name: string, value: unknown): unknown {
  return value instanceof File ? `${value.name}|${value.size}|${value.lastModified}` : value
}

/**
 * One command of the officer. It carries an idempotency key that stays the same
 * while nobody knows whether the server has acted (no answer, 5xx), and is new
 * after every definite answer or for other contents.
 */
export function useCommand<A, R>(
  act: (args: A, key: string) => Promise<R>,
  options: CommandOptions<R, A> = {},
): Command<A> {
  const client = useQueryClient()
  const notify = useNotify()
  const open = useRef<{ digest: string; key: string } | null>(null)

  const mutation = useMutation<R, Error, A>({
    mutationFn: async (args) => {
      const digest = JSON.stringify(args, fileStamp) ?? ''
      if (open.current?.digest !== digest) open.current = { digest, key: uuid() }
      try {
        const result = await act(args, open.current.key)
        open.current = null
        return result
      } catch (error) {
        const problem = toProblem(error)
        if (!problem.unsettled) open.current = null
        throw problem
      }
    },
    onSuccess: async (result, args) => {
      if (options.success) notify.done(options.success)
      await Promise.all(
        (options.touches ?? []).map((queryKey) => client.invalidateQueries({ queryKey })),
      )
      options.onDone?.(result, args)
    },
    onError: (error) => {
      if (!options.quiet) notify.problem(toProblem(error))
    },
  })
  return {
    run: (args) => mutation.mutate(args),
    pending: mutation.isPending,
    problem: mutation.error ? toProblem(mutation.error) : null,
    clear: () => mutation.reset(),
  }
}
