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
  'verify.report.fetch': 'verify.report.read',
  'platform.access.list': 'platform.audit.read',
  'policy.release.reject': 'policy.release.approve',
  'policy.release.get': 'policy.release.list',
  'policy.release.amend': 'policy.release.propose',
  'decide.simulation.export': 'decide.simulation.families',
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
  'verify.delivery.calendar': 'verify.delivery.list',
  'verify.delivery.get': 'verify.delivery.list',
  'verify.delivery.rejects': 'verify.delivery.list',
  'verify.delivery.rejects_file': 'verify.delivery.list',
  'verify.check.list': 'verify.delivery.list',
  'verify.delivery.create': 'verify.delivery.write',
  'verify.delivery.start': 'verify.delivery.write',
  'verify.delivery.discard': 'verify.delivery.write',
  'verify.link.start': 'verify.delivery.write',
  'verify.link.get': 'verify.link.list',
  'verify.run.get': 'verify.run.list',
  'verify.run.create': 'verify.run.write',
  'verify.result.list': 'verify.run.list',
  'verify.result.get': 'verify.run.list',
  'decide.case.take': 'decide.case.open',
  'decide.case.batch': 'decide.case.act',
  'decide.case.verification': 'decide.case.get',
  'decide.case.consent': 'decide.case.act',
  'decide.case.gates': 'decide.case.list',
  'verify.request.get': 'verify.request.list',
  'verify.batch.list': 'verify.request.list',
  'verify.report.preview': 'verify.report.read',
  'verify.report.print': 'verify.report.get',
  'decide.case.form_page': 'decide.case.get',
  'decide.archive.print': 'decide.case.act',
  'decide.archive.show': 'decide.case.act',
  'decide.archive.list': 'decide.case.get',
  'decide.delegation.list': 'decide.case.list',
  'decide.letter.due': 'decide.case.list',
  'decide.letter.batch': 'decide.case.act',
  'decide.template.file': 'decide.template.list',
  'decide.template.withdraw': 'decide.template.write',
  'decide.deputy.list': 'decide.case.list',
  'decide.publicity.list': 'decide.case.list',
  'oversight.words.list': 'oversight.run.list',
  'oversight.run.get': 'oversight.run.list',
  'oversight.run.totals': 'oversight.run.list',
  'oversight.clue.get': 'oversight.clue.list',
  'oversight.clue.return': 'oversight.clue.confirm',
  'oversight.read_back.list': 'oversight.run.list',
  'oversight.read_back.file': 'oversight.read_back.create',
  'oversight.clue.rectify': 'oversight.rectification.write',
  'oversight.clue.accept': 'oversight.rectification.accept',
  'oversight.clue.recover': 'oversight.rectification.write',
  'oversight.accountability.create': 'oversight.accountability.write',
  'oversight.alignment.get': 'oversight.alignment.list',
  'oversight.alignment.table': 'oversight.alignment.list',
  'oversight.difference.list': 'oversight.alignment.names',
  'oversight.alignment.export': 'oversight.alignment.create',
  'oversight.alignment.feedback': 'oversight.alignment.create',
  'oversight.alignment.publicity': 'oversight.alignment.create',
  'oversight.alignment.close': 'oversight.alignment.create',
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
