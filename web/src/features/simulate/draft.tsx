import { Checkbox, Form, Input, Modal } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '@/api/client'
import type { NewAmendment } from '@/api/contract'
import { DateField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import type { Change } from './changes'

interface Written {
  from: string
  title: string
  number: string
  issuer: string
  issued?: string
  clause?: string
  source?: string
  overtake?: boolean
}

/** Names the document; the changed values become a release that waits for a second person. */
export function Draft({
  place,
  changes,
  onClose,
}: {
  place: string
  changes: Change[]
  onClose: () => void
}) {
  const t = useT()
  const words = t.simulate
  const navigate = useNavigate()
  const [form] = Form.useForm<Written>()
  const command = useCommand(
    (body: NewAmendment, key) => call('policy.release.amend', { body, key }),
    {
      success: words.draftDone,
      touches: [['releases'], ['tasks']],
      quiet: true,
      onDone: (release) => navigate(`/releases/${release.id}`),
    },
  )
  const needed = [{ required: true, whitespace: true, message: t.common.required }]
  return (
    <Modal
      open
      title={words.draftTitle}
      okText={words.propose}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.draftHint}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ from: today() }}
        onFinish={(one) =>
          command.run({
            from: one.from,
            changes,
            overtake: one.overtake ?? false,
            ...(place ? { place } : {}),
            document: {
              title: one.title,
              number: one.number,
              issuer: one.issuer,
              clause: one.clause ?? '',
              source: one.source ?? '',
              ...(one.issued ? { issued: one.issued } : {}),
            },
          })
        }
      >
        <Form.Item name="title" label={words.draftDocument} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="number" label={words.draftNumber} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="issuer" label={words.draftIssuer} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="clause" label={words.draftClause}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="issued" label={words.draftIssued}>
          <DateField />
        </Form.Item>
        <Form.Item name="from" label={words.draftFrom} rules={needed}>
          <DateField allowClear={false} />
        </Form.Item>
        <Form.Item name="source" label={words.draftSource} extra={words.draftSourceHint}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="overtake" valuePropName="checked">
          <Checkbox>{words.draftOvertake}</Checkbox>
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
