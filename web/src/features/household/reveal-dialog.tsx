import { Button, Form, Input, Modal, Radio, Typography } from 'antd'
import { useState } from 'react'
import type { Member } from '@/api/contract'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type RevealField, reveal } from './api'

interface Entered {
  field: RevealField
  reason: string
}

/** A full number is shown once, for a stated reason that the access log keeps. */
export function RevealDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT()
  const words = t.households.reveal
  const [form] = Form.useForm<Entered>()
  const [value, setValue] = useState<string | null>(null)
  const command = useCommand(
    ({ field, reason }: Entered) => reveal(member.person_id, field, reason.trim()),
    { quiet: true, onDone: (result) => setValue(result.value) },
  )
  return (
    <Modal
      open
      title={`${words.title} · ${member.name}`}
      okText={words.show}
      cancelText={t.common.close}
      okButtonProps={{ loading: command.pending, disabled: value !== null }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.text}</p>
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ field: 'id_number', reason: '' }}
        onFinish={command.run}
      >
        <Form.Item name="field" label={words.field}>
          <Radio.Group
            onChange={() => setValue(null)}
            options={Object.entries(words.fields).map(([key, label]) => ({ value: key, label }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
          style={{ marginBottom: 8 }}
        >
          <Input autoFocus maxLength={200} placeholder={words.reasonHint} />
        </Form.Item>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 12 }}>
          {words.phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              onClick={() => form.setFieldsValue({ reason: phrase })}
            >
              {phrase}
            </Button>
          ))}
        </div>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
      {value !== null && (
        <p role="status">
          <Typography.Text strong copyable className="num" style={{ fontSize: 20 }}>
            {value || t.households.file.unknown}
          </Typography.Text>
          <br />
          <span className="faint">{words.shown}</span>
        </p>
      )}
    </Modal>
  )
}
