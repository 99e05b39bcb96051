import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Import } from '@/api/contract'
import { useMay } from '@/auth/session'
import { proposeOpening } from '@/features/decisions/api'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'

/** What was imported becomes awards by an opening decision of two people. */
export function OpeningPanel({ one }: { one: Import }) {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const words = t.imports
  const command = useCommand(proposeOpening, {
    success: words.openingProposed,
    touches: [['imports'], ['decisions'], ['tasks']],
    onDone: (decision) => navigate(`/decisions/${decision.id}`),
  })
  return (
    <Alert
      role="note"
      type={one.decision_id ? 'success' : 'warning'}
      showIcon
      title={`${words.applied} · ${words.opening}`}
      description={words.openingHint}
      action={
        one.decision_id ? (
          <Button onClick={() => navigate(`/decisions/${one.decision_id}`)}>
            {words.openingDone}
          </Button>
        ) : (
          may('decide.opening.propose') && (
            <Button type="primary" loading={command.pending} onClick={() => command.run(one.id)}>
              {words.openingPropose}
            </Button>
          )
        )
      }
    />
  )
}
