import { Form, Input, Modal, Select } from 'antd'
import type { Organisation } from '@/api/contract'
import { DivisionField } from '@/components/division-field'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { createOrganisation, type OrganisationDraft, updateOrganisation } from './api'

interface Entered extends OrganisationDraft {
  status: string
}

export function OrganisationDialog({
  organisation,
  all,
  onClose,
}: {
  organisation: Organisation | null
  all: Organisation[]
  onClose: () => void
}) {
  const t = useT()
  const words = t.admin.organisations
  const [form] = Form.useForm<Entered>()
  const command = useCommand(
    ({ status, ...draft }: Entered, key) =>
      organisation
        ? updateOrganisation({
            id: organisation.id,
            version: organisation.version,
            name: draft.name,
            sections: draft.sections,
            phone: draft.phone ?? '',
            address: draft.address ?? '',
            status,
          })
        : createOrganisation(draft, key),
    { success: words.saved, touches: [['organisations']], quiet: true, onDone: onClose },
  )
  const needed = { required: true, message: t.common.required }
  return (
    <Modal
      open
      title={organisation ? words.edit : words.create}
      okText={t.common.save}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{
          name: organisation?.name ?? '',
          kind: organisation?.kind ?? 'township_office',
          division: organisation?.division.code ?? '',
          parent: organisation?.parent ?? null,
          sections: organisation?.sections ?? [],
          phone: organisation?.phone ?? '',
          address: organisation?.address ?? '',
          status: organisation?.status ?? 'active',
        }}
        onFinish={(entered) => command.run({ ...entered, parent: entered.parent ?? null })}
      >
        <Form.Item name="name" label={words.name} rules={[{ ...needed, whitespace: true }]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="kind" label={words.kind} rules={[needed]}>
          <Select
            disabled={organisation !== null}
            options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        {organisation === null ? (
          <>
            <Form.Item name="division" label={t.common.division} rules={[needed]}>
              <DivisionField />
            </Form.Item>
            <Form.Item name="parent" label={words.parent}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                options={all.map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="status" label={t.common.status} rules={[needed]}>
            <Select
              options={['active', 'closed'].map((value) => ({
                value,
                label: value === 'active' ? words.status.active : words.status.closed,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="phone" label={words.phone} extra={words.phoneNote}>
          <Input maxLength={60} inputMode="tel" placeholder="0938-7151234" />
        </Form.Item>
        <Form.Item name="address" label={words.address}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="sections" label={words.sections}>
          <Select mode="tags" tokenSeparators={['、', '，', ',', ' ']} open={false} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
