import { Checkbox, Empty, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '@/components/problem'
import { useMonths } from '@/features/rolls/api'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { createBatches } from './api'

/** Batches come from locked rolls only, so only these can be chosen. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const word = useWord()
  const jobs = useJobs()
  const months = useMonths()
  const words = t.disburse.batch
  const locked = (months.data?.items ?? [])
    .map((row) => ({ ...row, programmes: row.programmes.filter((one) => one.status === 'locked') }))
    .filter((row) => row.programmes.length > 0)
    .sort((left, right) => right.month.localeCompare(left.month))
  const [chosenMonth, setMonth] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const row = locked.find((one) => one.month === chosenMonth) ?? locked[0]
  const programmes = chosen ?? row?.programmes.map((one) => one.key) ?? []
  const command = useCommand(createBatches, {
    success: words.created,
    touches: [['batches'], ['jobs']],
    quiet: true,
    onDone: () => {
      jobs.follow()
      onClose()
    },
  })
  return (
    <Modal
      open
      title={words.createTitle}
      okText={words.create}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: !row || programmes.length === 0 }}
      onCancel={onClose}
      onOk={() => row && command.run({ month: row.month, programmes })}
    >
      <p className="muted">{words.createText}</p>
      {!row && months.isSuccess && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noLocked} />
      )}
      {row && (
        <Form layout="vertical">
          <Form.Item label={t.common.month}>
            <Select
              value={row.month}
              onChange={(month: string) => {
                setMonth(month)
                setChosen(null)
              }}
              options={locked.map((one) => ({ value: one.month, label: one.month }))}
            />
          </Form.Item>
          <Form.Item label={words.chooseProgrammes}>
            <Checkbox.Group
              style={{ display: 'grid', gap: 6 }}
              value={programmes}
              onChange={(keys) => setChosen(keys)}
              options={row.programmes.map((one) => ({ value: one.key, label: word(one) }))}
            />
          </Form.Item>
        </Form>
      )}
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
