import { App, Button, Flex, Tooltip } from 'antd'
import type { Release } from '@/api/contract'
import { useMay, useMe } from '@/auth/session'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { decideRelease } from './api'

/** Approve or send back a release that waits; never by whoever proposed it. */
export function DecideRelease({
  release,
  size = 'middle',
}: {
  release: Pick<Release, 'id' | 'status' | 'faults' | 'proposed_by'>
  size?: 'small' | 'middle'
}) {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const { modal } = App.useApp()
  const words = t.policy.releases
  const decide = useCommand(decideRelease, {
    success: t.common.done,
    touches: [['releases'], ['programmes'], ['parameters'], ['tasks']],
  })
  if (release.status !== 'proposed' || !may('policy.release.approve')) return null
  const own = release.proposed_by.id === me.id
  return (
    <Tooltip title={own ? words.own : undefined}>
      <Flex gap={8}>
        <Button
          size={size}
          type="primary"
          disabled={own || release.faults.length > 0}
          onClick={() =>
            modal.confirm({
              title: words.approve,
              content: words.approveText,
              okText: words.approve,
              cancelText: t.common.cancel,
              onOk: () => decide.run({ id: release.id, verb: 'approve' }),
            })
          }
        >
          {words.approve}
        </Button>
        {may('policy.release.reject') && (
          <Button
            size={size}
            disabled={own}
            onClick={() => decide.run({ id: release.id, verb: 'reject' })}
          >
            {words.reject}
          </Button>
        )}
      </Flex>
    </Tooltip>
  )
}
