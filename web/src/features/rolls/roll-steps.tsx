import { Steps } from 'antd'
import type { Roll } from '@/api/contract'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'

const order = ['draft', 'submitted', 'approved', 'locked']

/** How far the roll has come, who signed, and the audit anchor once it is locked. */
export function RollSteps({ roll }: { roll: Roll }) {
  const t = useT()
  const words = t.disburse.roll
  const at = order.indexOf(roll.status)
  return (
    <Panel>
      <Steps
        size="small"
        current={roll.status === 'locked' ? 4 : at}
        items={[
          { title: words.steps.draft, content: roll.prepared_by?.name },
          { title: words.steps.submitted },
          { title: words.steps.approved, content: roll.approved_by?.name },
          { title: words.steps.locked },
        ]}
      />
      {(roll.opinion || roll.anchor) && (
        <p className="muted" style={{ margin: '10px 0 0', overflowWrap: 'anywhere' }}>
          {roll.opinion && `${t.common.opinion}：${roll.opinion}　`}
          {roll.anchor && (
            <span className="faint">
              {words.anchor} <code>{roll.anchor}</code>
            </span>
          )}
        </p>
      )}
    </Panel>
  )
}
