import { App, Button, Flex } from 'antd'
import type { Import } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'
import { formatCount } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { applyImport } from './api'

/** Everything, or the right households only: the user's choice, said in numbers. */
export function ApplyPanel({ one }: { one: Import }) {
  const t = useT()
  const may = useMay()
  const jobs = useJobs()
  const { modal } = App.useApp()
  const words = t.imports
  const wrong = one.totals?.wrong ?? 0
  const right = one.totals?.right ?? 0
  const command = useCommand(applyImport, {
    touches: [['imports'], ['jobs']],
    onDone: () => jobs.follow(),
  })
  if (!may('registry.import.apply')) return null
  const ask = (mode: 'all' | 'right') =>
    modal.confirm({
      title: words.applyTitle,
      content: words.applyText,
      okText: mode === 'all' ? words.applyAll : words.applyRight(formatCount(right)),
      cancelText: t.common.cancel,
      onOk: () => command.run({ id: one.id, mode }),
    })
  return (
    <Panel title={words.applyTitle}>
      <Flex gap={12} align="center" wrap>
        <Button
          type={wrong === 0 ? 'primary' : 'default'}
          disabled={wrong > 0}
          loading={command.pending}
          onClick={() => ask('all')}
        >
          {words.applyAll}
        </Button>
        {wrong > 0 && (
          <Button
            type="primary"
            disabled={right === 0}
            loading={command.pending}
            onClick={() => ask('right')}
          >
            {words.applyRight(formatCount(right))}
          </Button>
        )}
        <span className="faint">{wrong > 0 ? words.applyAllBlocked : words.applyText}</span>
      </Flex>
    </Panel>
  )
}
