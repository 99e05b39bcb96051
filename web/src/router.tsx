import { createHashRouter, type RouteObject } from 'react-router'
import type { OperationId } from './auth/permissions'
import { Entrance } from './shell/entrance'
import { Guarded } from './shell/guarded'
import { NotFound } from './shell/not-found'
import { PageFault } from './shell/page-fault'
import { Waiting } from './shell/waiting'

/** A page that is read when it is first opened and shown to those who may use it. */
function page(
  path: string,
  operation: OperationId | null,
  load: () => Promise<{ default: React.ComponentType }>,
): RouteObject {
  return {
    path,
    ErrorBoundary: PageFault,
    lazy: async () => {
      const { default: Content } = await load()
      return {
        element: (
          <Guarded operation={operation}>
            <Content />
          </Guarded>
        ),
      }
    },
  }
}

/**
 * Addresses live behind the hash: the console then needs nothing from the server
 * but its files, whatever path prefix it is served under.
 */
export const router = createHashRouter([
  // Open to everybody: nobody signs in to work out what he may get.
  {
    path: '/calculator',
    ErrorBoundary: PageFault,
    HydrateFallback: Waiting,
    lazy: async () => ({ Component: (await import('./features/calculator/page')).default }),
  },
  {
    Component: Entrance,
    HydrateFallback: Waiting,
    ErrorBoundary: PageFault,
    children: [
      page('/', null, () => import('./features/home/page')),
      page('/tasks', 'platform.task.list', () => import('./features/tasks/page')),
      page('/households', 'registry.household.list', () => import('./features/households/list')),
      page('/households/:id', 'registry.household.get', () => import('./features/household/page')),
      page(
        '/explain/:programme/:month/:person/:component',
        'disburse.line.explain',
        () => import('./features/explain/page'),
      ),
      page(
        '/account-changes',
        'registry.account.changes',
        () => import('./features/accounts/page'),
      ),
      page('/imports', 'registry.import.list', () => import('./features/imports/list')),
      page('/imports/new', 'registry.import.create', () => import('./features/imports/create')),
      page('/imports/:id', 'registry.import.get', () => import('./features/imports/detail')),
      page('/submissions', 'intake.submission.list', () => import('./features/intake/submissions')),
      page(
        '/submissions/:id',
        'intake.submission.get',
        () => import('./features/intake/submission'),
      ),
      page('/referrals', 'intake.referral.list', () => import('./features/intake/referrals')),
      page('/windows', 'intake.window.list', () => import('./features/intake/windows')),
      page('/deliveries', 'verify.delivery.list', () => import('./features/verify/deliveries')),
      page('/deliveries/:id', 'verify.delivery.get', () => import('./features/verify/delivery')),
      page('/verification-runs', 'verify.run.list', () => import('./features/verify/runs')),
      page('/verification-runs/:id', 'verify.run.get', () => import('./features/verify/run')),
      page('/findings', 'verify.result.list', () => import('./features/verify/findings')),
      page('/findings/:id', 'verify.result.get', () => import('./features/verify/finding')),
      page('/link-pairs', 'verify.link.list', () => import('./features/verify/link-pairs')),
      page('/link-pairs/:id', 'verify.link.get', () => import('./features/verify/link-pair')),
      page('/checks', 'verify.check.list', () => import('./features/verify/checks')),
      page('/counter', 'decide.case.open', () => import('./features/counter/page')),
      page('/cases', 'decide.case.list', () => import('./features/cases/list')),
      page('/cases/:id', 'decide.case.get', () => import('./features/cases/detail')),
      page('/publicity', 'decide.publicity.list', () => import('./features/publicity/page')),
      page('/letters', 'decide.letter.due', () => import('./features/letters/page')),
      page('/templates', 'decide.template.list', () => import('./features/templates/page')),
      page('/delegations', 'decide.delegation.list', () => import('./features/delegations/page')),
      page('/deputies', 'decide.deputy.list', () => import('./features/deputies/page')),
      page(
        '/assessments/:id',
        'decide.assessment.get',
        () => import('./features/assessments/page'),
      ),
      page('/gaps', 'decide.gap.list', () => import('./features/gaps/page')),
      page('/decisions', 'decide.decision.list', () => import('./features/decisions/list')),
      page('/decisions/:id', 'decide.decision.get', () => import('./features/decisions/detail')),
      page('/rolls', 'disburse.month.list', () => import('./features/rolls/board')),
      page('/rolls/:id', 'disburse.roll.get', () => import('./features/rolls/detail')),
      page('/batches', 'disburse.batch.list', () => import('./features/batches/list')),
      page('/batches/:id', 'disburse.batch.get', () => import('./features/batches/detail')),
      page('/claims', 'disburse.claim.list', () => import('./features/claims/page')),
      page('/verification', 'verify.request.list', () => import('./features/verification/list')),
      page(
        '/verification/reports/:id',
        'verify.report.get',
        () => import('./features/verification/report'),
      ),
      page('/reserves', 'disburse.reserve.list', () => import('./features/reserves/page')),
      page('/ledger', 'disburse.ledger.get', () => import('./features/ledger/page')),
      page('/supervision-runs', 'oversight.run.list', () => import('./features/oversight/runs')),
      page('/supervision-runs/:id', 'oversight.run.get', () => import('./features/oversight/run')),
      page('/clues', 'oversight.clue.list', () => import('./features/oversight/clues')),
      page('/clues/:id', 'oversight.clue.get', () => import('./features/oversight/clue')),
      page('/visits', 'oversight.visit.list', () => import('./features/oversight/visits')),
      page(
        '/alignments',
        'oversight.alignment.list',
        () => import('./features/oversight/alignments'),
      ),
      page(
        '/alignments/:id',
        'oversight.alignment.get',
        () => import('./features/oversight/alignment'),
      ),
      page(
        '/subject-lists',
        'oversight.subject.list',
        () => import('./features/oversight/subject-lists'),
      ),
      page(
        '/reconciliation',
        'insight.reconciliation.get',
        () => import('./features/insight/reconciliation'),
      ),
      page('/figures', 'insight.figures.get', () => import('./features/insight/figures')),
      page('/programmes', 'policy.programme.list', () => import('./features/policy/programmes')),
      page('/programmes/:key', 'policy.programme.get', () => import('./features/policy/programme')),
      page('/parameters', 'policy.parameter.list', () => import('./features/policy/parameters')),
      page(
        '/parameters/:name',
        'policy.parameter.get',
        () => import('./features/policy/parameter'),
      ),
      page(
        '/policy-documents',
        'policy.document.list',
        () => import('./features/policy/documents'),
      ),
      page(
        '/policy-documents/:name',
        'policy.document.list',
        () => import('./features/policy/document'),
      ),
      page('/policy-changes', 'policy.change.list', () => import('./features/policy/changes')),
      page('/releases', 'policy.release.list', () => import('./features/policy/releases')),
      page('/releases/:id', 'policy.release.get', () => import('./features/policy/release')),
      page('/simulate', 'decide.simulation.run', () => import('./features/simulate/page')),
      page(
        '/organisations',
        'directory.organisation.list',
        () => import('./features/admin/organisations'),
      ),
      page('/users', 'directory.user.list', () => import('./features/admin/users')),
      page('/roles', 'directory.role.list', () => import('./features/admin/roles')),
      page('/audit', 'platform.audit.list', () => import('./features/admin/audit')),
      page('/access', 'platform.access.list', () => import('./features/admin/access')),
      { path: '*', Component: NotFound },
    ],
  },
])
