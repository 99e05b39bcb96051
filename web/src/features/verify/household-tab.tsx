import { Button, Flex, Radio, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ProblemAlert } from '@/components/problem'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type Finding, useFindings } from './api'
import { findingTones, severityTones } from './tones'

/** Checks that say that somebody of the family decides on relief, or is near to who does. */
const STAFF = ['staff_relative', 'village_cadre']

/** Findings of one's own office about a household, beside its file; the family is compared at once. */
export function VerifyTab({ household }: { household: string }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.verify
  const [purpose, setPurpose] = useState('supervision')
  const query = useFindings({ household }, 1, 50)
  const run = useCommand(
    (said: string, key) => call('verify.run.create', { body: { purpose: said, household }, key }),
    { success: words.family.compared, touches: [['findings'], ['verification-runs']], quiet: true },
  )
  const staff = (query.data?.items ?? []).some(
    (one) => STAFF.includes(one.check.key) && one.status !== 'cleared',
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Finding>[]>(
    () => [
      {
        key: 'check',
        title: words.check,
        fixedIn: true,
        render: (_v, one) => <Link to={`/findings/${one.id}`}>{word(one.check)}</Link>,
      },
      { key: 'name', title: words.name, render: (_v, one) => one.name },
      { key: 'says', title: words.says, render: (_v, one) => word(one) },
      {
        key: 'severity',
        title: words.severity,
        render: (_v, one) => (
          <Status tone={severityTones[one.severity] ?? 'plain'}>
            {wordFor(words.severities, one.severity)}
          </Status>
        ),
      },
      { key: 'as_of', title: words.asOf, className: 'num', render: (_v, one) => one.as_of },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={findingTones[one.status] ?? 'plain'}>
            {wordFor(words.findingStatuses, one.status)}
          </Status>
        ),
      },
    ],
    [t],
  )
  return (
    <div style={{ padding: 16 }}>
      <Flex gap={12} align="center" wrap style={{ marginBottom: 12 }}>
        {staff && <Tag color="red">{words.family.staff}</Tag>}
        <span className="muted">{words.family.note}</span>
        {may('verify.run.create') && (
          <>
            <Radio.Group
              size="small"
              aria-label={words.purpose}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
              options={[
                { value: 'supervision', label: words.purposeNames.supervision },
                { value: 'discovery', label: words.purposeNames.discovery },
              ]}
            />
            <Button size="small" loading={run.pending} onClick={() => run.run(purpose)}>
              {words.family.compare}
            </Button>
          </>
        )}
      </Flex>
      {run.problem && <ProblemAlert problem={run.problem} />}
      <DataTable
        name="household-findings"
        columns={columns}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        onOpen={(one) => navigate(`/findings/${one.id}`)}
        empty={words.noFindings}
      />
    </div>
  )
}
