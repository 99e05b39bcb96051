import { multipart } from './multipart'
import { networkProblem, problemOf } from './problem'

export type QueryValue = string | number | boolean | string[] | null | undefined
export type Query = Record<string, QueryValue>

export interface RequestOptions {
  query?: Query
  body?: unknown
  form?: FormData
  /** Sent as Idempotency-Key: the same key again gets the same answer and acts once. */
  key?: string
  /** Sent as If-Match: a lost race becomes a conflict instead of a lost write. */
  version?: number
  signal?: AbortSignal
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

let language = 'zh-CN'

export function setRequestLanguage(tag: string): void {
  language = tag
}

type Listener = () => void
let onUnauthorised: Listener = () => undefined

/** Called whenever an answer says that the session has ended. */
export function whenUnauthorised(listener: Listener): void {
  onUnauthorised = listener
}

export function queryString(query: Query | undefined): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) for (const one of value) params.append(name, one)
    else params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** Relative to the page, so that the console also works behind a path prefix. */
export function apiUrl(path: string, query?: Query): string {
  return new URL(`api/v1${path}${queryString(query)}`, document.baseURI).toString()
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ 'Accept-Language': language })
  if (method !== 'GET') headers.set('X-Doudi', '1')
  if (options.key) headers.set('Idempotency-Key', options.key)
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  let body: BodyInit | null = null
  if (options.form && options.key) {
    const form = multipart(options.form, options.key)
    headers.set('Content-Type', form.type)
    body = form.body
  } else if (options.form) body = options.form
  else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json')
    body = JSON.stringify(options.body)
  }
  let response: Response
  try {
    response = await fetch(apiUrl(path, options.query), {
      method,
      headers,
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw networkProblem()
  }
  if (!response.ok) {
    if (response.status === 401) onUnauthorised()
    throw await problemOf(response)
  }
  return response
}

export async function request<T>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  const response = await send(method, path, options)
  const text = await response.text()
  // An empty answer stands for `void`; every other answer has the shape of the contract.
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  request<T>('GET', path, { query, signal })

export const post = <T>(path: string, options: RequestOptions = {}): Promise<T> =>
  request<T>('POST', path, options)

function nameFrom(disposition: string | null, fallback: string): string {
  const extended = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (extended) return decodeURIComponent(extended)
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? fallback
}

/** Fetches a file and hands it to the browser under the name that the server gives. */
export async function download(path: string, fallback: string, query?: Query): Promise<void> {
  const response = await send('GET', path, { query })
  const url = URL.createObjectURL(await response.blob())
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = nameFrom(response.headers.get('content-disposition'), fallback)
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
