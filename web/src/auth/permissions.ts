import type { Me } from '@/api/contract'

/** An operation of the server, by its OpenAPI operationId. */
export type OperationId = string

/** What everyone who is signed in may do: the server asks no permission for these. */
const open = new Set([
  'directory.session.get',
  'directory.session.end',
  'directory.password.change',
  'directory.division.list',
  'platform.task.list',
  'platform.job.list',
  'platform.job.get',
  'platform.job.cancel',
  'platform.job.resume',
  'platform.file.get',
])

/** Operations that another permission than their own id opens. */
const opener: Record<string, string> = {
  'platform.audit.list': 'platform.audit.read',
  'platform.access.list': 'platform.audit.read',
  'policy.release.reject': 'policy.release.approve',
  'policy.programme.get': 'policy.programme.list',
  'policy.place.list': 'policy.programme.list',
  'policy.catalogue.list': 'policy.programme.list',
  'policy.parameter.get': 'policy.parameter.list',
  'policy.document.list': 'policy.parameter.list',
  'policy.change.list': 'policy.parameter.list',
  'decide.assessment.list': 'decide.assessment.get',
  'decide.assessment.replay': 'decide.assessment.get',
  'decide.gap.count': 'decide.gap.list',
  'policy.vocabulary.list': 'policy.programme.list',
  'intake.code.hand': 'intake.submission.list',
  'intake.submission.get': 'intake.submission.list',
  'intake.window.create': 'intake.window.write',
  'intake.window.change': 'intake.window.write',
  'intake.referral.receive': 'intake.referral.answer',
  'intake.referral.tell': 'intake.referral.open',
  'decide.case.take': 'decide.case.open',
  'decide.case.batch': 'decide.case.act',
  'decide.deputy.list': 'decide.case.list',
  'decide.publicity.list': 'decide.case.list',
  'insight.month_end.list': 'insight.figures.get',
  'insight.month_end.freeze': 'disburse.roll.lock',
}

/** A role's pattern: an operation itself, or `registry.import.*` for all that begin so. */
function covers(pattern: string, operation: OperationId): boolean {
  if (!pattern.endsWith('.*')) return pattern === operation
  const stem = pattern.slice(0, -1)
  return stem.length > 1 && operation.length > stem.length && operation.startsWith(stem)
}

/** Whether the user may carry out the operation: the pages show and hide by this, the server decides. */
export function mayDo(me: Pick<Me, 'permissions'> | null, operation: OperationId): boolean {
  if (!me) return false
  if (open.has(operation)) return true
  const permission = opener[operation] ?? operation
  return me.permissions.some((pattern) => covers(pattern, permission))
}
