import { Form, Input, Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import type { Command } from '@/lib/use-command'

interface Said {
  reason: string
  choice?: string
}

interface ReasonDialogProps {
  title: string
  label: string
  text?: ReactNode
  /** What has to be chosen beside the reason. */
  choices?: { value: string; label: string }[]
  command: Command<Said>
  onClose: () => void
}

/** One text that has to be said, and at most one choice. */
export function ReasonDialog({ title, label, text, choices, command, onClose }: ReasonDialogProps) {
  const t = useT()
  const [form] = Form.useForm<Said>()
  const needed = [{ required: true, whitespace: true, message: t.common.required }]
  return (
    <Modal
      open
      title={title}
      okText={t.common.confirm}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {text && <p className="muted">{text}</p>}
      <Form<Said> form={form} layout="vertical" onFinish={command.run}>
        {choices && (
          <Form.Item name="choice" rules={needed}>
            <Radio.Group options={choices} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={label} rules={needed}>
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
