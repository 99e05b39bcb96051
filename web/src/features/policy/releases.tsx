import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Release } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { useT } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useReleases } from './api'
import { DecideRelease } from './decide-release'
import { ProposeRelease } from './propose-release'
import { Standing } from './standing'

export default function ReleasesPage() {
  const t = useT()
  const may = useMay()
  const query = useReleases()
  const [proposing, setProposing] = useState(false)
  const words = t.policy.releases
  const columns = useMemo<TableColumn<Release>[]>(
    () => [
      {
        key: 'version',
        title: t.common.version,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => <Link to={`/releases/${one.id}`}>{one.version}</Link>,
      },
      {
        key: 'digest',
        title: t.common.digest,
        className: 'num faint',
        render: (_v, one) => <span title={one.digest}>{one.digest.slice(0, 16)}</span>,
      },
      { key: 'from', title: words.from, className: 'num', render: (_v, one) => one.from },
      { key: 'by', title: words.proposedBy, render: (_v, one) => one.proposed_by.name },
      {
        key: 'at',
        title: t.common.time,
        numeric: true,
        render: (_v, one) => formatTime(one.created_at),
      },
      { key: 'checker', title: words.approvedBy, render: (_v, one) => one.approved_by?.name },
      {
        key: 'faults',
        title: words.faults,
        render: (_v, one) =>
          one.faults.length === 0
            ? words.noFaults
            : one.faults.map((fault) => <div key={fault}>{fault}</div>),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => <Standing release={one} />,
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, one) => <DecideRelease release={one} size="small" />,
      },
    ],
    [t, words],
  )
  return (
    <Page
      title={words.title}
      note={words.proposeText}
      crumbs={[{ title: t.shell.menu.policy }, { title: words.title }]}
      actions={
        may('policy.release.propose') && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {words.propose}
          </Button>
        )
      }
    >
      <DataTable
        name="releases"
        columns={columns}
        data={query.data?.items}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
      />
      {proposing && <ProposeRelease onClose={() => setProposing(false)} />}
    </Page>
  )
}
