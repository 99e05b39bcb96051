import { Modal } from 'antd'
import { useState } from 'react'
import { DateField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type List, object, takeDown, touched } from './api'

interface ChangeDialogProps {
  what: 'object' | 'takeDown'
  list: List
  onClose: () => void
}

const acts = { object, takeDown }

/** An objection came in, or a list came down before its time: on which day. */
export function ChangeDialog({ what, list, onClose }: ChangeDialogProps) {
  const t = useT()
  const words = t.cases.board
  const [on, setOn] = useState(today())
  const command = useCommand(acts[what], {
    success: t.common.done,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  const note = { object: words.objectNote, takeDown: words.downNote }[what]
  const label = { object: words.objectOn, takeDown: words.downOn }[what]
  return (
    <Modal
      open
      title={words[what]}
      okText={words[what]}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => command.run({ list, on })}
    >
      <p className="muted">{note}</p>
      <DateField aria-label={label} allowClear={false} value={on} onChange={setOn} />
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
