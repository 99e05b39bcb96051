import { App, Button, Flex, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Release } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay, useMe } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { Status, toneOf } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { decideRelease, useReleases } from './api'
import { ProposeRelease } from './propose-release'

export default function ReleasesPage() {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const { modal } = App.useApp()
  const query = useReleases()
  const [proposing, setProposing] = useState(false)
  const words = t.policy.releases
  const approve = useCommand(decideRelease, {
    success: t.common.done,
    touches: [['releases'], ['programmes'], ['parameters'], ['tasks']],
  })
  const mayApprove = may('policy.release.approve')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the command object is new on each render.
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
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(words.statuses, one.status)}</Status>
        ),
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, one) => {
          if (one.status !== 'proposed' || !mayApprove) return null
          const own = one.proposed_by.id === me.id
          return (
            <Tooltip title={own ? words.own : undefined}>
              <Flex gap={8}>
                <Button
                  size="small"
                  type="primary"
                  disabled={own || one.faults.length > 0}
                  onClick={() =>
                    modal.confirm({
                      title: words.approve,
                      content: words.approveText,
                      okText: words.approve,
                      cancelText: t.common.cancel,
                      onOk: () => approve.run({ id: one.id, verb: 'approve' }),
                    })
                  }
                >
                  {words.approve}
                </Button>
                {may('policy.release.reject') && (
                  <Button
                    size="small"
                    disabled={own}
                    onClick={() => approve.run({ id: one.id, verb: 'reject' })}
                  >
                    {words.reject}
                  </Button>
                )}
              </Flex>
            </Tooltip>
          )
        },
      },
    ],
    [t, words, mayApprove, me.id],
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
