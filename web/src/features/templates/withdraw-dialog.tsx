import { Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type Template, withdrawTemplate } from './api'

/** Takes the office's own template out of use; letters that were made with it stay as they are. */
export function WithdrawDialog({ of, onClose }: { of: Template; onClose: () => void }) {
  const t = useT()
  const word = useWord()
  const words = t.templates
  const [note, setNote] = useState('')
  const command = useCommand(withdrawTemplate, {
    success: t.common.done,
    touches: [['templates']],
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={`${words.withdraw} · ${word(of)}`}
      okText={words.withdraw}
      okButtonProps={{ danger: true, disabled: note.trim() === '', loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => command.run({ document: of.document, note: note.trim() })}
    >
      <p className="muted">{words.withdrawNote}</p>
      <Input
        aria-label={t.common.reason}
        placeholder={t.common.reason}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
