import { Form, Modal } from 'antd'
import { DateField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { proposeRelease } from './api'

/** Proposes the texts on the server, or those of an earlier release again. */
export function ProposeRelease({ again, onClose }: { again?: string; onClose: () => void }) {
  const t = useT()
  const words = t.policy.releases
  const [form] = Form.useForm<{ from: string }>()
  const command = useCommand(proposeRelease, {
    success: words.proposed,
    touches: [['releases'], ['tasks']],
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={again ? words.again : words.proposeTitle}
      okText={words.propose}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{again ? words.againText : words.proposeText}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ from: today() }}
        onFinish={({ from }) => command.run(again ? { from, again } : { from })}
      >
        <Form.Item
          name="from"
          label={words.from}
          rules={[{ required: true, message: t.common.required }]}
        >
          <DateField allowClear={false} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
