import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { answer } from '../../mock/routes'
import { state } from '../../mock/users'

configure({ asyncUtilTimeout: 10_000 })

/** The mock server answers in place of the network, and keeps what was asked. */
export interface Asked {
  method: string
  path: string
  headers: Headers
  body: string
}

export const asked: Asked[] = []

/** What the next requests meet instead of the mock: a status without sense, or silence. */
export const weather: { down: boolean } = { down: false }

// happy-dom draws nothing; Ant Design only asks whether the window is wide.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: true,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}))

vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
  const url = new URL(String(input), 'http://localhost/')
  const headers = new Headers(init.headers)
  const body = typeof init.body === 'string' ? init.body : ''
  asked.push({ method: init.method ?? 'GET', path: url.pathname + url.search, headers, body })
  if (weather.down) throw new TypeError('Failed to fetch')
  const reply = answer({
    method: init.method ?? 'GET',
    url: url.pathname.replace(/^.*\/api\/v1/, '') + url.search,
    headers: Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value])),
    body,
  })
  return new Response(reply.status === 204 ? null : reply.body, {
    status: reply.status,
    headers: { 'content-type': reply.type },
  })
})

beforeEach(() => {
  asked.length = 0
  weather.down = false
  state.me = null
  state.failures = 0
  localStorage.clear()
})

afterEach(cleanup)
