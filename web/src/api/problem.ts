import type { ProblemDocument } from './contract'

/** An answer that is no success: the server's problem document, or one made here in its form. */
export class Problem extends Error {
  readonly document: ProblemDocument

  constructor(document: ProblemDocument) {
    super(`${document.status} ${document.code}`)
    this.name = 'Problem'
    this.document = document
  }

  get status(): number {
    return this.document.status
  }

  get code(): string {
    return this.document.code
  }

  /** True when nobody can say whether the server acted, so that the same key must be sent again. */
  get unsettled(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem
}

const offline: ProblemDocument = {
  type: 'about:blank',
  title: '连接不上服务器',
  status: 0,
  code: 'console.network.unreachable',
  errors: [],
  title_zh: '连接不上服务器',
  title_en: 'The server cannot be reached',
  detail_zh: '请检查网络或询问管理员服务是否已启动，然后重试；已提交的操作不会重复执行。',
  detail_en:
    'Check the network or ask the administrator whether the service is running, then try again; nothing is done twice.',
}

export function networkProblem(): Problem {
  return new Problem(offline)
}

function unexpected(status: number, requestId: string | null): ProblemDocument {
  return {
    type: 'about:blank',
    title: '服务器的回答无法识别',
    status,
    code: 'console.answer.unexpected',
    errors: [],
    title_zh: '服务器的回答无法识别',
    title_en: 'The answer of the server cannot be read',
    detail_zh: `服务器返回 HTTP ${status}。请稍后重试；仍不行时把请求编号告诉管理员。`,
    detail_en: `The server answered HTTP ${status}. Try again later; if it stays, give the request number to the administrator.`,
    instance: requestId,
  }
}

function isDocument(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  )
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (isDocument(body)) return new Problem(body)
  return new Problem(unexpected(response.status, response.headers.get('x-request-id')))
}

/** Any thrown thing as a problem, so that pages have one way to show faults. */
export function toProblem(error: unknown): Problem {
  if (isProblem(error)) return error
  return new Problem({
    ...unexpected(0, null),
    code: 'console.fault',
    detail_zh: error instanceof Error ? error.message : String(error),
    detail_en: error instanceof Error ? error.message : String(error),
  })
}
