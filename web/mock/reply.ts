import type { IncomingHttpHeaders } from 'node:http'

export interface MockRequest {
  method: string
  url: string
  headers: IncomingHttpHeaders | Record<string, string>
  body: string
}

export interface MockReply {
  status: number
  type: string
  body: string
  disposition?: string
}

export interface Call {
  params: string[]
  query: URLSearchParams
  body: Record<string, unknown>
  raw: string
}

export type Handler = (call: Call) => MockReply

export function ok(value: unknown, status = 200): MockReply {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}

export function none(): MockReply {
  return { status: 204, type: 'application/json', body: '' }
}

export function file(name: string): MockReply {
  return {
    status: 200,
    type: 'application/octet-stream',
    body: 'mock',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  }
}

export function fault(
  status: number,
  code: string,
  zh: string,
  en: string,
  detail: { zh?: string; en?: string; errors?: unknown[] } = {},
): MockReply {
  return {
    status,
    type: 'application/problem+json',
    body: JSON.stringify({
      type: `urn:doudi:problem:${code}`,
      title: zh,
      title_zh: zh,
      title_en: en,
      status,
      code,
      detail: detail.zh ?? null,
      detail_zh: detail.zh ?? null,
      detail_en: detail.en ?? null,
      instance: '01932f6e-5b1c-7c3e-9a41-1f0c2d3e4f50',
      errors: detail.errors ?? [],
    }),
  }
}

export function paged<T>(
  items: readonly T[],
  query: URLSearchParams,
  total: object = {},
): MockReply {
  const limit = Number(query.get('limit') ?? 20)
  const page = Number(query.get('page') ?? 1)
  return ok({
    items: items.slice((page - 1) * limit, page * limit),
    next: null,
    total: { rows: items.length, ...total },
  })
}
