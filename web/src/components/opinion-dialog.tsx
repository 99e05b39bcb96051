import { Button, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Problem } from '@/api/problem'
import { useT } from '@/i18n'
import { ProblemAlert } from './problem'

interface OpinionDialogProps {
  title: string
  text?: ReactNode
  phrases: readonly string[]
  danger?: boolean
  required?: boolean
  label?: string
  pending: boolean
  problem: Problem | null
  onCancel: () => void
  onSubmit: (opinion: string) => void
}

/** Approve or send back with an opinion that is chosen from phrases and then edited. */
export function OpinionDialog(props: OpinionDialogProps) {
  const t = useT()
  const [form] = Form.useForm<{ opinion: string }>()
  return (
    <Modal
      open
      title={props.title}
      okText={props.title}
      okButtonProps={{ danger: props.danger ?? false, loading: props.pending }}
      cancelText={t.common.cancel}
      onCancel={props.onCancel}
      onOk={() => form.submit()}
    >
      {props.text && <p className="muted">{props.text}</p>}
      <Form
        form={form}
        layout="vertical"
        onFinish={({ opinion }) => props.onSubmit((opinion ?? '').trim())}
      >
        <Form.Item
          name="opinion"
          label={props.label ?? t.common.opinion}
          rules={[
            { required: props.required ?? false, whitespace: true, message: t.common.required },
          ]}
          style={{ marginBottom: 8 }}
        >
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={500}
            showCount
            placeholder={t.decisions.opinionHint}
          />
        </Form.Item>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 12 }}>
          {props.phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              onClick={() => form.setFieldsValue({ opinion: phrase })}
            >
              {phrase}
            </Button>
          ))}
        </div>
      </Form>
      {props.problem && <ProblemAlert problem={props.problem} />}
    </Modal>
  )
}
