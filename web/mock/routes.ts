import { fault, type Handler, type MockReply, type MockRequest } from './reply'
import { adminRoutes } from './routes-admin'
import { disburseRoutes } from './routes-disburse'
import { registryRoutes } from './routes-registry'
import { sessionRoutes } from './routes-session'
import { state } from './users'

const routes: [string, RegExp, Handler][] = [
  ...sessionRoutes,
  ...registryRoutes,
  ...disburseRoutes,
  ...adminRoutes,
].map(([method, pattern, handler]) => [
  method,
  new RegExp(`^${pattern.replace(/\/:\w+/g, '/([^/]+)')}$`),
  handler,
])

function json(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

/** One request to the mock server; the same function serves `npm run dev` and the tests. */
export function answer(request: MockRequest): MockReply {
  const url = new URL(request.url, 'http://mock')
  if (request.method !== 'GET' && request.headers['x-doudi'] !== '1')
    return fault(
      403,
      'platform.request.forged',
      '请求缺少 X-Doudi 头',
      'The X-Doudi header is missing',
    )
  if (!state.me && !(url.pathname === '/sessions' && request.method === 'POST'))
    return fault(401, 'directory.session.missing', '请先登录', 'Please sign in')
  for (const [method, pattern, handler] of routes) {
    const match = method === request.method ? pattern.exec(url.pathname) : null
    if (match)
      return handler({
        params: match.slice(1).map(decodeURIComponent),
        query: url.searchParams,
        body: json(request.body),
        raw: request.body,
      })
  }
  return fault(404, 'platform.request.unknown', '没有这个接口', 'There is no such operation')
}

export type Route = [method: string, pattern: string, handler: Handler]
