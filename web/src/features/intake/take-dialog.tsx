import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '@/api/client'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'

interface Props {
  id: string
  onClose: () => void
  onTaken: (caseId: string) => void
}

/** Takes a submission over: into a household on record, or one that is entered with it. */
export function TakeDialog({ id, onClose, onTaken }: Props) {
  const t = useT()
  const [word, setWord] = useState('')
  const [household, setHousehold] = useState<string | null>(null)
  const found = useQuery({
    queryKey: ['households', 'pick', word],
    queryFn: ({ signal }) =>
      call('registry.household.list', { query: { q: word, limit: 10 }, signal }),
    enabled: word.trim().length > 1,
  })
  const command = useCommand(
    (chosen: string | null, key: string) =>
      call('decide.case.take', { path: { id }, body: { household: chosen }, key }),
    {
      success: t.common.done,
      touches: [['submissions'], ['cases'], ['households'], ['tasks']],
      quiet: true,
      onDone: (begun) => onTaken(begun.case),
    },
  )
  return (
    <Modal
      open
      title={t.intake.take}
      okText={t.intake.take}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => command.run(household)}
    >
      <p className="muted">{t.intake.takeNote}</p>
      <Select
        style={{ width: '100%', marginBottom: 12 }}
        aria-label={t.intake.household}
        placeholder={t.intake.newHousehold}
        showSearch
        allowClear
        filterOption={false}
        onSearch={setWord}
        loading={found.isFetching}
        value={household}
        onChange={(value) => setHousehold(value ?? null)}
        options={(found.data?.items ?? []).map((one) => ({
          value: one.id,
          label: `${one.head.name} ${one.number} ${one.division.name}`,
        }))}
      />
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
