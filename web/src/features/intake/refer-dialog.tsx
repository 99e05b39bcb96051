import { Form, Input, Modal, Select } from 'antd'
import { type BodyOf, call } from '@/api/client'
import { DivisionField } from '@/components/division-field'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useReferred } from './api'

type NewReferral = BodyOf<'intake.referral.open'>

/** Refers a matter that another department decides. */
export function ReferDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const word = useWord()
  const words = t.intake.referrals
  const [form] = Form.useForm<NewReferral>()
  const matters = useReferred()
  const command = useCommand(
    (body: NewReferral, key: string) => call('intake.referral.open', { body, key }),
    { success: t.common.done, touches: [['referrals'], ['tasks']], quiet: true, onDone: onClose },
  )
  const required = [{ required: true, message: t.common.required }]
  return (
    <Modal
      open
      title={words.open}
      okText={words.open}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={command.run}>
        <Form.Item name="matter" label={words.matter} rules={required}>
          <Select
            autoFocus
            loading={matters.isFetching}
            options={(matters.data ?? []).map((one) => ({
              value: one.key,
              label: `${word(one)} → ${one.refer_to}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="division" label={t.common.division} rules={required}>
          <DivisionField />
        </Form.Item>
        <Form.Item name="about" label={words.about} rules={required}>
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
