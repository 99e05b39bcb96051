import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { FileDrop } from '@/components/file-drop'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { previewReports, type Reading, readReports, touched } from './api'

/** What a file would bring, in words and by request. */
function Preview({ reading }: { reading: Reading }) {
  const t = useT()
  const words = t.verification
  const count = reading.reports.length
  return (
    <Alert
      role="note"
      type="info"
      style={{ marginTop: 12 }}
      title={count === 0 ? words.previewNone : words.previewSome(count)}
      description={
        <>
          {reading.reports.map((one) => (
            <div key={one.request.id}>
              <span className="num">{one.request.number}</span> {one.request.applicant}{' '}
              {one.found > 0 ? `${words.yes} ${words.count(one.found)}` : words.none}
            </div>
          ))}
          {reading.again > 0 && <div className="muted">{words.again(reading.again)}</div>}
        </>
      }
    />
  )
}

/** Reports from the platform: looked through first, then taken whole or refused whole. */
export function ReadDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const words = t.verification
  const [file, setFile] = useState<File | undefined>()
  const [reading, setReading] = useState<Reading | null>(null)
  const preview = useCommand(previewReports, { quiet: true, onDone: setReading })
  const command = useCommand(readReports, {
    success: words.readDone,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  const problem = command.problem ?? preview.problem
  const looked = reading !== null
  return (
    <Modal
      open
      title={words.readTitle}
      okText={looked ? words.read : words.preview}
      cancelText={t.common.cancel}
      okButtonProps={{
        loading: command.pending || preview.pending,
        disabled: !file || (looked && reading.reports.length === 0),
      }}
      onCancel={onClose}
      onOk={() => file && (looked ? command : preview).run(file)}
    >
      <p className="muted">{words.readText}</p>
      <FileDrop
        accept=".csv,.xlsx,.xls,.txt"
        hint={words.readHint}
        file={file}
        onFile={(chosen) => {
          preview.clear()
          command.clear()
          setReading(null)
          setFile(chosen)
        }}
      />
      {reading && <Preview reading={reading} />}
      {problem && (
        <div style={{ marginTop: 12 }}>
          <ProblemAlert problem={problem} />
        </div>
      )}
    </Modal>
  )
}
