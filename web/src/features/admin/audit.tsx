import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import type { AuditEntry, AuditVerdict } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { Page } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { noAuditFilters, useAudit, verifyAudit } from './api'
import { AuditSearch } from './audit-search'
import { Verdict } from './verdict'

export default function AuditPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const list = useListState(noAuditFilters)
  const query = useAudit(list.filters, list.page, list.limit)
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null)
  const verify = useCommand(verifyAudit, { onDone: setVerdict })
  const words = t.admin.audit
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<AuditEntry>[]>(
    () => [
      { key: 'seq', title: words.seq, numeric: true, fixedIn: true, render: (_v, one) => one.seq },
      {
        key: 'at',
        title: t.common.time,
        className: 'num',
        render: (_v, one) => formatTime(one.at),
      },
      {
        key: 'operation',
        title: words.operation,
        fixedIn: true,
        render: (_v, one) => (
          <>
            {word(one)} <code className="faint">{one.operation}</code>
          </>
        ),
      },
      {
        key: 'actor',
        title: words.actor,
        render: (_v, one) => <span title={one.actor}>{one.login}</span>,
      },
      { key: 'subject', title: words.subject, render: (_v, one) => one.noun },
      { key: 'count', title: words.count, numeric: true, render: (_v, one) => one.count },
      { key: 'reason', title: t.common.reason, render: (_v, one) => one.reason },
      {
        key: 'digest',
        title: t.common.digest,
        className: 'num faint',
        render: (_v, one) => <span title={one.hash}>{one.hash.slice(0, 16)}</span>,
      },
    ],
    [t, words],
  )
  return (
    <Page
      title={words.title}
      note={words.verifyText}
      crumbs={[{ title: t.shell.menu.admin }, { title: words.title }]}
      actions={
        may('platform.audit.verify') && (
          <Button
            type="primary"
            icon={<SafetyCertificateOutlined />}
            loading={verify.pending}
            onClick={() => verify.run(undefined)}
          >
            {words.verify}
          </Button>
        )
      }
    >
      {verify.pending && <Alert role="note" type="info" title={t.common.loading} />}
      {verdict && !verify.pending && <Verdict verdict={verdict} />}
      <AuditSearch list={list} />
      <DataTable
        numbered={false}
        name="audit"
        columns={columns}
        data={query.data}
        rowKey={(one) => `${one.chain}${one.seq}`}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
      />
    </Page>
  )
}
