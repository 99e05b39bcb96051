import {
  BankOutlined,
  BarChartOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  HomeOutlined,
  InboxOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { OperationId } from '@/auth/permissions'
import type { Messages } from '@/i18n'

export interface Entry {
  path: string
  title: string
  operation: OperationId | null
}

export interface EntryGroup {
  key: string
  title: string
  icon: ReactNode
  entries: Entry[]
}

/** The menu in the order of the road of the data, before permissions are applied. */
export function menuOf(t: Messages): EntryGroup[] {
  const m = t.shell.menu
  const entry = (path: string, title: string, operation: OperationId | null): Entry => ({
    path,
    title,
    operation,
  })
  return [
    {
      key: 'home',
      title: m.home,
      icon: <HomeOutlined />,
      entries: [entry('/', m.home, null)],
    },
    {
      key: 'people',
      title: m.people,
      icon: <TeamOutlined />,
      entries: [
        entry('/households', m.households, 'registry.household.list'),
        entry('/gaps', m.gaps, 'decide.gap.list'),
        entry('/imports', m.imports, 'registry.import.list'),
        entry('/account-changes', m.accountChanges, 'registry.account.changes'),
      ],
    },
    {
      key: 'intake',
      title: m.intake,
      icon: <InboxOutlined />,
      entries: [
        entry('/submissions', m.submissions, 'intake.submission.list'),
        entry('/referrals', m.referrals, 'intake.referral.list'),
        entry('/windows', m.windows, 'intake.window.list'),
      ],
    },
    {
      key: 'verify',
      title: m.verify,
      icon: <FileSearchOutlined />,
      entries: [
        entry('/deliveries', m.deliveries, 'verify.delivery.list'),
        entry('/verification-runs', m.comparisons, 'verify.run.list'),
        entry('/findings', m.findings, 'verify.result.list'),
        entry('/link-pairs', m.linkPairs, 'verify.link.list'),
        entry('/checks', m.checks, 'verify.check.list'),
      ],
    },
    {
      key: 'deciding',
      title: m.deciding,
      icon: <FileProtectOutlined />,
      entries: [
        entry('/counter', m.counter, 'decide.case.open'),
        entry('/cases', m.cases, 'decide.case.list'),
        entry('/verification', m.verification, 'verify.request.list'),
        entry('/publicity', m.publicity, 'decide.publicity.list'),
        entry('/letters', m.letters, 'decide.letter.due'),
        entry('/templates', m.templates, 'decide.template.list'),
        entry('/delegations', m.delegations, 'decide.delegation.list'),
        entry('/deputies', m.deputies, 'decide.deputy.list'),
        entry('/decisions', m.decisions, 'decide.decision.list'),
      ],
    },
    {
      key: 'money',
      title: m.money,
      icon: <BankOutlined />,
      entries: [
        entry('/rolls', m.rolls, 'disburse.month.list'),
        entry('/batches', m.batches, 'disburse.batch.list'),
        entry('/claims', m.claims, 'disburse.claim.list'),
        entry('/reserves', m.reserves, 'disburse.reserve.list'),
        entry('/ledger', m.ledger, 'disburse.ledger.get'),
      ],
    },
    {
      key: 'oversight',
      title: m.oversight,
      icon: <SafetyCertificateOutlined />,
      entries: [
        entry('/supervision-runs', m.runs, 'oversight.run.list'),
        entry('/clues', m.clues, 'oversight.clue.list'),
        entry('/visits', m.visits, 'oversight.visit.list'),
        entry('/alignments', m.alignments, 'oversight.alignment.list'),
        entry('/subject-lists', m.subjectLists, 'oversight.subject.list'),
      ],
    },
    {
      key: 'insight',
      title: m.insight,
      icon: <BarChartOutlined />,
      entries: [
        entry('/reconciliation', m.reconciliation, 'insight.reconciliation.get'),
        entry('/figures', m.figures, 'insight.figures.get'),
      ],
    },
    {
      key: 'policy',
      title: m.policy,
      icon: <ReadOutlined />,
      entries: [
        entry('/programmes', m.programmes, 'policy.programme.list'),
        entry('/parameters', m.parameters, 'policy.parameter.list'),
        entry('/policy-documents', m.documents, 'policy.document.list'),
        entry('/policy-changes', m.changes, 'policy.change.list'),
        entry('/calculator', m.calculator, 'policy.programme.list'),
        entry('/releases', m.releases, 'policy.release.list'),
        entry('/simulate', m.simulate, 'decide.simulation.run'),
      ],
    },
    {
      key: 'admin',
      title: m.admin,
      icon: <SettingOutlined />,
      entries: [
        entry('/organisations', m.organisations, 'directory.user.list'),
        entry('/users', m.users, 'directory.user.list'),
        entry('/roles', m.roles, 'directory.role.list'),
        entry('/audit', m.audit, 'platform.audit.list'),
        entry('/access', m.access, 'platform.access.list'),
      ],
    },
  ]
}

export function permitted(
  groups: EntryGroup[],
  may: (operation: OperationId) => boolean,
): EntryGroup[] {
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter((one) => one.operation === null || may(one.operation)),
    }))
    .filter((group) => group.entries.length > 0)
}

/** The entry that the address lies under: `/rolls/…` belongs to `/rolls`. */
export function currentPath(groups: EntryGroup[], pathname: string): string {
  const paths = groups.flatMap((group) => group.entries.map((one) => one.path))
  return (
    paths
      .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
      .sort((left, right) => right.length - left.length)[0] ?? ''
  )
}
