import type { Me } from '@/api/contract'

/** An operation of the server, by its OpenAPI operationId. */
export type OperationId = string

/** Whether the user may carry out the operation: the pages show and hide by this, the server decides. */
export function mayDo(me: Pick<Me, 'permissions'> | null, operation: OperationId): boolean {
  return me?.permissions.includes(operation) === true
}
