import { Modal } from 'antd'
import { useState } from 'react'
import type { Batch } from '@/api/contract'
import { FileDrop } from '@/components/file-drop'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { uploadReturn } from './api'

/** The bank's answer: taken whole or refused whole, with the lines at fault named. */
export function ReturnDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useT()
  const jobs = useJobs()
  const [file, setFile] = useState<File | undefined>()
  const words = t.disburse.batch
  const command = useCommand(uploadReturn, {
    success: words.returned,
    touches: [['batches'], ['ledger'], ['tasks']],
    quiet: true,
    onDone: () => {
      jobs.follow()
      onClose()
    },
  })
  return (
    <Modal
      open
      title={words.uploadTitle}
      okText={t.common.upload}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: !file }}
      onCancel={onClose}
      onOk={() => file && command.run({ batch, file })}
    >
      <p className="muted">{words.uploadText}</p>
      <FileDrop
        accept=".txt,.csv,.xlsx,.xls,.dat"
        hint={words.uploadHint}
        file={file}
        onFile={(chosen) => {
          command.clear()
          setFile(chosen)
        }}
      />
      {command.problem && (
        <div style={{ marginTop: 12 }}>
          <ProblemAlert problem={command.problem} />
        </div>
      )}
    </Modal>
  )
}
