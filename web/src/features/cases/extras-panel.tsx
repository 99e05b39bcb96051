import { Button, Flex, Input, Modal } from 'antd'
import { useState } from 'react'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { doExtra } from './api'

type Case = components['schemas']['Case']
type Extra = components['schemas']['CaseExtra']

function ExtraDialog({ one, extra, onClose }: { one: Case; extra: Extra; onClose: () => void }) {
  const t = useT()
  const word = useWord()
  const [reason, setReason] = useState('')
  const command = useCommand(doExtra, {
    success: t.common.done,
    touches: [['cases'], ['decisions'], ['household'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={word(extra)}
      okText={word(extra)}
      okButtonProps={{
        loading: command.pending,
        disabled: extra.reason && reason.trim() === '',
        danger: extra.act === 'leave',
      }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => command.run({ id: one.id, seen: one.seen, extra, reason: reason.trim() })}
    >
      <p className="muted">{extra.cite}</p>
      <p>{wordFor(t.cases.extraNotes, extra.act)}</p>
      {extra.reason && (
        <Input.TextArea
          aria-label={t.common.reason}
          placeholder={t.common.reason}
          rows={3}
          maxLength={500}
          showCount
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** What may be done wherever the case stands: ways out of it, more time, a clock that stands. */
export function ExtrasPanel({ one }: { one: Case }) {
  const t = useT()
  const word = useWord()
  const [chosen, setChosen] = useState<Extra | null>(null)
  const may = one.extras.filter((extra) => extra.allowed)
  if (may.length === 0) return null
  return (
    <Panel title={t.cases.extras}>
      <Flex gap={8} wrap>
        {may.map((extra) => (
          <Button key={`${extra.act}/${extra.key}`} onClick={() => setChosen(extra)}>
            {word(extra)}
          </Button>
        ))}
      </Flex>
      {chosen && <ExtraDialog one={one} extra={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  )
}
