import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { DateField } from '@/components/fields'
import { FileDrop } from '@/components/file-drop'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { putTemplate, type Template } from './api'

/** Puts in the office's own template of a document; what is wrong with it is said at once. */
export function UploadDialog({ of, onClose }: { of: Template; onClose: () => void }) {
  const t = useT()
  const word = useWord()
  const words = t.templates
  const [file, setFile] = useState<File | undefined>()
  const [from, setFrom] = useState(today())
  const [note, setNote] = useState('')
  const command = useCommand(putTemplate, {
    success: words.taken,
    touches: [['templates']],
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={`${words.upload} · ${word(of)}`}
      okText={words.check}
      okButtonProps={{ disabled: !file || !from, loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => file && command.run({ document: of.document, from, note, file })}
    >
      <p className="muted">{words.uploadNote}</p>
      <FileDrop accept=".docx" hint={words.drop} file={file} onFile={setFile} />
      <Form layout="vertical" style={{ marginBlockStart: 12 }}>
        <Form.Item label={words.from} htmlFor="template-from" required>
          <DateField id="template-from" value={from} allowClear={false} onChange={setFrom} />
        </Form.Item>
        <Form.Item label={words.why} htmlFor="template-note">
          <Input
            id="template-note"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
