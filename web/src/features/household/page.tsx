import { Alert, Button, Tabs } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMay } from '@/auth/session'
import { DateField } from '@/components/fields'
import { Page } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Watermark } from '@/components/watermark'
import { AssessmentTab } from '@/features/assessments/tab'
import { VerifyTab } from '@/features/verify/household-tab'
import { useT } from '@/i18n'
import { AccountsTab } from './accounts-tab'
import { useHousehold } from './api'
import { ArchiveTab } from './archive-tab'
import { AwardsTab } from './awards-tab'
import { CircumstancesTab } from './circumstances-tab'
import { HeadBand } from './head-band'
import { HistoryTab } from './history-tab'
import { MemberActions } from './member-actions'
import { MembersTab } from './members-tab'
import { PaymentsTab } from './payments-tab'

/** The tab of the address, or the first where the address names none that is there. */
const chosen = (tabs: { key: string }[], wanted: string | null) =>
  tabs.some(({ key }) => key === wanted) ? (wanted ?? '') : 'members'

export default function HouseholdPage() {
  const t = useT()
  const may = useMay()
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const asOf = params.get('as_of') ?? ''
  const query = useHousehold(id, asOf)
  const file = t.households.file
  const put = (name: string, value: string) =>
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  return (
    <Watermark>
      <Page
        title={file.title}
        crumbs={[{ title: t.households.title, to: '/households' }, { title: file.title }]}
        actions={
          <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
            {may('decide.case.open') && (
              <Link to={`/counter?household=${id}`}>
                <Button type="primary" tabIndex={-1}>
                  {t.counter.handle}
                </Button>
              </Link>
            )}
            <span className="muted nowrap" aria-hidden="true">
              {file.asOf}
            </span>
            <DateField
              aria-label={file.asOf}
              value={asOf}
              placeholder={file.asOfToday}
              onChange={(value) => put('as_of', value)}
            />
          </div>
        }
      >
        <QueryGate query={query}>
          {(household) => {
            const tabs = [
              {
                key: 'members',
                label: file.members,
                children: (
                  <>
                    {!asOf && !household.moved_away && <MemberActions household={household} />}
                    <MembersTab members={household.members} />
                  </>
                ),
              },
              {
                key: 'circumstances',
                label: file.circumstances,
                children: <CircumstancesTab versions={household.circumstances} asOf={asOf} />,
              },
              ...(may('decide.award.list')
                ? [
                    {
                      key: 'awards',
                      label: file.awards,
                      children: <AwardsTab household={household} />,
                    },
                  ]
                : []),
              ...(may('decide.assessment.list')
                ? [
                    {
                      key: 'assessment',
                      label: t.assess.tab,
                      children: <AssessmentTab household={id} asOf={asOf} />,
                    },
                  ]
                : []),
              ...(may('disburse.household.payments')
                ? [
                    {
                      key: 'payments',
                      label: file.payments,
                      children: <PaymentsTab household={id} />,
                    },
                  ]
                : []),
              ...(may('registry.account.list')
                ? [
                    {
                      key: 'accounts',
                      label: file.accounts,
                      children: <AccountsTab household={household} />,
                    },
                  ]
                : []),
              ...(may('verify.result.list')
                ? [
                    {
                      key: 'verify',
                      label: t.verify.family.tab,
                      children: <VerifyTab household={id} />,
                    },
                  ]
                : []),
              ...(may('decide.archive.list')
                ? [
                    {
                      key: 'archive',
                      label: t.cases.archive.tab,
                      children: <ArchiveTab household={id} />,
                    },
                  ]
                : []),
              ...(may('registry.household.history')
                ? [
                    {
                      key: 'history',
                      label: file.history,
                      children: <HistoryTab household={id} />,
                    },
                  ]
                : []),
            ]
            // Of a family that has moved away its old office sees what it knew, and nothing since.
            const shown = household.moved_away ? tabs.slice(0, 2) : tabs
            return (
              <>
                {household.moved_away && (
                  <Alert role="note" type="info" showIcon title={file.movedAway} />
                )}
                <HeadBand household={household} />
                <Tabs
                  className="panel"
                  tabBarStyle={{ padding: '0 16px', marginBottom: 0 }}
                  activeKey={chosen(shown, params.get('tab'))}
                  onChange={(tab) => put('tab', tab)}
                  items={shown}
                />
              </>
            )
          }}
        </QueryGate>
      </Page>
    </Watermark>
  )
}
