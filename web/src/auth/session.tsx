import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { call } from '@/api/client'
import type { Me } from '@/api/contract'
import { isProblem, type Problem, toProblem } from '@/api/problem'
import { whenUnauthorised } from '@/api/request'
import { mayDo, type OperationId } from './permissions'

export type SignOutCause = 'expired' | 'idle' | 'left'

interface Session {
  /** `undefined` while nobody knows yet, `null` when nobody is signed in. */
  me: Me | null | undefined
  cause: SignOutCause | null
  fault: Problem | null
  retry: () => void
  signIn: (login: string, password: string) => Promise<void>
  signOut: (cause: SignOutCause) => Promise<void>
  changePassword: (old: string, next: string) => Promise<void>
}

const Context = createContext<Session | null>(null)
const key = ['me']

async function current(): Promise<Me | null> {
  try {
    return await call('directory.session.get')
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null
    throw error
  }
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const query = useQuery({ queryKey: key, queryFn: current, staleTime: Number.POSITIVE_INFINITY })
  const [cause, setCause] = useState<SignOutCause | null>(null)

  useEffect(() => {
    whenUnauthorised(() => {
      if (!client.getQueryData<Me | null>(key)) return
      setCause('expired')
      client.setQueryData(key, null)
      client.removeQueries({ predicate: (one) => one.queryKey[0] !== key[0] })
    })
  }, [client])

  const session = useMemo<Session>(
    () => ({
      me: query.data,
      cause,
      fault: query.error ? toProblem(query.error) : null,
      retry: () => void query.refetch(),
      signIn: async (login, password) => {
        const me = await call('directory.session.create', { body: { login, password } })
        setCause(null)
        client.setQueryData(key, me)
      },
      signOut: async (why) => {
        // Whatever the server says, this screen forgets what it shows.
        await call('directory.session.end').catch(() => undefined)
        setCause(why)
        client.setQueryData(key, null)
        client.removeQueries({ predicate: (one) => one.queryKey[0] !== key[0] })
      },
      changePassword: async (old, next) => {
        await call('directory.password.change', { body: { old, new: next } })
        await client.refetchQueries({ queryKey: key })
      },
    }),
    [client, query, cause],
  )
  return <Context value={session}>{children}</Context>
}

export function useSession(): Session {
  const session = useContext(Context)
  if (!session) throw new Error('useSession stands outside SessionProvider')
  return session
}

/** The signed-in user; only pages behind the sign-in use it. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('useMe stands outside the sign-in')
  return me
}

export function useMay(): (operation: OperationId) => boolean {
  const { me } = useSession()
  return (operation) => mayDo(me ?? null, operation)
}
