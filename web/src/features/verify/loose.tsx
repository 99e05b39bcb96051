import { Button, Flex } from 'antd'
import { Link } from 'react-router'
import { call } from '@/api/client'
import { useMay } from '@/auth/session'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { type Delivery, useLinkPairs } from './api'

/** Rows without a good identity number: the way to the queue in which somebody decides. */
export function LoosePanel({ one }: { one: Delivery }) {
  const t = useT()
  const may = useMay()
  const jobs = useJobs()
  const words = t.verify.links
  const loose = (one.rows?.reasons ?? [])
    .filter(({ code }) => code.startsWith('id_'))
    .reduce((sum, { count }) => sum + count, 0)
  const named = one.columns.some(({ key, title }) => key === 'name' && title)
  const shown = loose > 0 && named && may('verify.link.list')
  const open = useLinkPairs({ delivery: one.id, status: 'open' }, 1, 10, shown)
  const again = useCommand(
    (_: null, key) => call('verify.link.start', { path: { id: one.id }, key }),
    { success: words.begun, touches: [['link-pairs']], onDone: () => jobs.follow() },
  )
  if (!shown) return null
  return (
    <Panel title={words.title}>
      <Flex gap={12} align="center" wrap>
        <span>{words.loose(loose)}</span>
        {open.data && <span className="faint">{words.left(open.data.total?.rows ?? 0)}</span>}
        <Link to={`/link-pairs?delivery=${one.id}`}>{words.toQueue}</Link>
        {may('verify.link.start') && (
          <Button size="small" loading={again.pending} onClick={() => again.run(null)}>
            {words.again}
          </Button>
        )}
      </Flex>
    </Panel>
  )
}
