import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex } from 'antd'
import { Link, useNavigate } from 'react-router'
import { call } from '@/api/client'
import type { Import } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Status, toneOf } from '@/components/status'
import { proposeOpening } from '@/features/decisions/api'
import { useT, useWord, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'

function useOpenings(one: Import) {
  const may = useMay()
  return useQuery({
    queryKey: ['decisions', 'of-import', one.id],
    enabled: may('decide.decision.list') && !!one.claims?.length,
    queryFn: ({ signal }) =>
      call('decide.decision.list', { query: { import: one.id, limit: 50 }, signal }),
  })
}

/** What was imported becomes awards by an opening decision of two people, one for each programme. */
export function OpeningPanel({ one }: { one: Import }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.imports
  const openings = useOpenings(one)
  const command = useCommand(proposeOpening, {
    success: words.openingProposed,
    touches: [['imports'], ['decisions'], ['tasks']],
    onDone: (decision) => navigate(`/decisions/${decision.id}`),
  })
  if (one.claims?.length === 0)
    return (
      <Alert
        role="note"
        type="success"
        showIcon
        title={words.applied}
        description={words.noClaims}
      />
    )
  const decisions = openings.data?.items ?? []
  const alive = new Set(
    decisions.filter((d) => d.status !== 'rejected').map((d) => d.programme.key),
  )
  const left = one.claims?.filter((programme) => !alive.has(programme)) ?? []
  const settled = openings.isSuccess && left.length === 0
  return (
    <Alert
      role="note"
      type={settled ? 'success' : 'warning'}
      showIcon
      title={`${words.applied} · ${words.opening}`}
      description={
        <>
          {words.openingHint}
          {decisions.map((decision) => (
            <Flex key={decision.id} gap={12} wrap>
              <Link to={`/decisions/${decision.id}`}>
                {decision.number ?? t.decisions.unnumbered}
              </Link>
              <span>{word(decision.programme)}</span>
              <Status tone={toneOf(decision.status)}>
                {wordFor(t.decisions.statuses, decision.status)}
              </Status>
            </Flex>
          ))}
        </>
      }
      action={
        openings.isSuccess &&
        left.length > 0 &&
        may('decide.opening.propose') && (
          <Button type="primary" loading={command.pending} onClick={() => command.run(one.id)}>
            {words.openingPropose}
          </Button>
        )
      }
    />
  )
}
