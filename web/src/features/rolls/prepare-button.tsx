import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Named } from '@/api/contract'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { createRoll } from './api'

export function PrepareButton({ programme, month }: { programme: Named; month: string }) {
  const t = useT()
  const word = useWord()
  const jobs = useJobs()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const words = t.disburse.board
  const command = useCommand(createRoll, {
    success: words.started,
    touches: [['months'], ['rolls'], ['jobs']],
    onDone: ({ roll }) => {
      jobs.follow()
      navigate(`/rolls/${roll.id}`)
    },
  })
  return (
    <Button
      size="small"
      type="dashed"
      loading={command.pending}
      onClick={() =>
        modal.confirm({
          title: words.prepareTitle(word(programme), month),
          content: words.prepareText,
          okText: words.prepare,
          cancelText: t.common.cancel,
          onOk: () => command.run({ programme: programme.key, month }),
        })
      }
    >
      {words.prepare}
    </Button>
  )
}
