import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Decision } from '@/api/contract'
import { Amount, Count, useAmountTitle } from '@/components/amount'
import type { TableColumn } from '@/components/data-table'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { granted } from './api'

export function useDecisionColumns(): TableColumn<Decision>[] {
  const t = useT()
  const word = useWord()
  const amountTitle = useAmountTitle()
  const money = amountTitle()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(
    () => [
      {
        key: 'number',
        title: t.decisions.number,
        fixedIn: true,
        className: 'num',
        render: (_v, one) => (
          <Link to={`/decisions/${one.id}`}>{one.number ?? t.decisions.unnumbered}</Link>
        ),
      },
      { key: 'kind', title: t.decisions.kind, render: (_v, one) => word(one.kind) },
      { key: 'programme', title: t.common.programme, render: (_v, one) => word(one.programme) },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'effective',
        title: t.decisions.effective,
        numeric: true,
        render: (_v, one) => one.effective_month,
      },
      {
        key: 'households',
        title: t.common.households,
        numeric: true,
        render: (_v, one) => <Count value={one.counts.households} />,
      },
      {
        key: 'persons',
        title: t.common.persons,
        numeric: true,
        render: (_v, one) => <Count value={one.counts.persons || null} />,
      },
      {
        key: 'amount',
        title: money,
        numeric: true,
        render: (_v, one) => <Amount value={granted(one)} />,
      },
      { key: 'by', title: t.decisions.proposedBy, render: (_v, one) => one.proposed_by.name },
      {
        key: 'at',
        title: t.decisions.proposedAt,
        numeric: true,
        render: (_v, one) => formatTime(one.proposed_at),
      },
      {
        key: 'approver',
        title: t.decisions.approvedBy,
        render: (_v, one) => one.approved_by?.name,
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(t.decisions.statuses, one.status)}</Status>
        ),
      },
    ],
    [t, money],
  )
}
