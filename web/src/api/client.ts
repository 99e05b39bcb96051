import type { RefinedAnswers } from './refinements'
import { type Query, type RequestOptions, request } from './request'
import { routes } from './routes'
import type { operations } from './schema'

/** Every operation of the server's OpenAPI document, by its operationId. */
export type Operation = keyof operations & keyof typeof routes

type Parameters<O extends Operation> = operations[O]['parameters']
type Json<C> = C extends { content: { 'application/json': infer T } } ? T : undefined

export type QueryOf<O extends Operation> = NonNullable<Parameters<O>['query']>
export type BodyOf<O extends Operation> = operations[O] extends { requestBody: infer R }
  ? Json<R>
  : operations[O] extends { requestBody?: infer R }
    ? Json<NonNullable<R>> | undefined
    : undefined

type Responses<O extends Operation> = operations[O]['responses']
type Success<O extends Operation> = Extract<keyof Responses<O>, 200 | 201 | 202 | 204>
export type AnswerOf<O extends Operation> = O extends keyof RefinedAnswers
  ? RefinedAnswers[O]
  : Json<Responses<O>[Success<O>]>

export interface CallOptions<O extends Operation>
  extends Pick<RequestOptions, 'key' | 'version' | 'signal' | 'form'> {
  path?: Parameters<O>['path']
  query?: QueryOf<O>
  body?: BodyOf<O>
}

/** The address of an operation with its path parameters put in. */
export function pathOf<O extends Operation>(operation: O, path: Parameters<O>['path']): string {
  const values: Record<string, unknown> = { ...path }
  return routes[operation][1].replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(values[name])),
  )
}

/** Calls an operation; method, address, query, body and answer all follow the document. */
export function call<O extends Operation>(
  operation: O,
  { path, query, ...options }: CallOptions<O> = {},
): Promise<AnswerOf<O>> {
  return request<AnswerOf<O>>(routes[operation][0], pathOf(operation, path), {
    ...options,
    query: query as Query | undefined,
  })
}
