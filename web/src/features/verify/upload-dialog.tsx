import { Checkbox, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '@/components/fields'
import { FileDrop } from '@/components/file-drop'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { createDelivery, type Delivery, type SourceDue } from './api'

/** A file of a department: of which source, and of which day. */
export function UploadDialog(props: {
  sources: SourceDue[]
  source?: string
  onClose: () => void
  onDone: (one: Delivery) => void
}) {
  const t = useT()
  const word = useWord()
  const words = t.verify.upload
  const [source, setSource] = useState(props.source ?? '')
  const [asOf, setAsOf] = useState(today())
  const [older, setOlder] = useState(false)
  const [file, setFile] = useState<File>()
  const command = useCommand(createDelivery, {
    touches: [['deliveries']],
    quiet: true,
    onDone: props.onDone,
  })
  return (
    <Modal
      open
      title={words.title}
      okText={words.send}
      okButtonProps={{ loading: command.pending, disabled: !source || !file }}
      cancelText={t.common.cancel}
      onCancel={props.onClose}
      onOk={() => file && command.run({ source, as_of: asOf, keep_older: older, file })}
    >
      <Form layout="vertical">
        <Form.Item label={t.verify.source} htmlFor="delivery-source">
          <Select
            id="delivery-source"
            showSearch={{ optionFilterProp: 'label' }}
            value={source || undefined}
            onChange={(key: string) => setSource(key)}
            options={props.sources.map((one) => ({
              value: one.source.key,
              label: word(one.source),
            }))}
          />
        </Form.Item>
        <Form.Item label={t.verify.asOf} extra={words.asOfHint} htmlFor="delivery-as-of">
          <DateField id="delivery-as-of" allowClear={false} value={asOf} onChange={setAsOf} />
        </Form.Item>
        <Form.Item>
          <FileDrop
            accept=".csv,.txt,.xlsx,.xls"
            hint={words.drop}
            note={words.formats}
            file={file}
            onFile={setFile}
          />
        </Form.Item>
        <Checkbox checked={older} onChange={(event) => setOlder(event.target.checked)}>
          {words.older}
        </Checkbox>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
