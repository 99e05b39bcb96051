import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '@/api/client'
import { DivisionField } from '@/components/division-field'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'

interface Identity {
  id_number: string
  name: string
  phone: string
  division: string
}

/** Hands out a code at the counter, after the identity card was seen. */
export function CodeDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [form] = Form.useForm<Identity>()
  const [code, setCode] = useState<string | null>(null)
  const command = useCommand(
    (body: Identity, key: string) => call('intake.code.hand', { body, key }),
    { quiet: true, onDone: (answer) => setCode(answer.code) },
  )
  const field = (name: keyof Identity, label: string, focus = false) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t.common.required }]}>
      <Input autoFocus={focus} autoComplete="off" maxLength={30} />
    </Form.Item>
  )
  return (
    <Modal
      open
      title={t.intake.code}
      okText={t.intake.code}
      cancelText={code ? t.common.close : t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: code !== null }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">{t.intake.codeNote}</p>
      <Form form={form} layout="vertical" onFinish={command.run}>
        {field('id_number', t.intake.identity, true)}
        {field('name', t.common.name)}
        {field('phone', t.intake.phone)}
        <Form.Item
          name="division"
          label={t.common.division}
          rules={[{ required: true, message: t.common.required }]}
        >
          <DivisionField />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
      {code && <Alert role="status" type="success" showIcon title={t.intake.codeIs(code)} />}
    </Modal>
  )
}
