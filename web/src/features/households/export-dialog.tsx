import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { formatCount } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { exportColumns, exportHouseholds, type HouseholdFilters } from './api'

export function ExportDialog({
  filters,
  rows,
  onClose,
}: {
  filters: HouseholdFilters
  rows: number
  onClose: () => void
}) {
  const t = useT()
  const jobs = useJobs()
  const [columns, setColumns] = useState<string[]>([...exportColumns])
  const titles: Record<string, string> = {
    number: t.households.number,
    head: t.households.head,
    id_number: t.common.idNumber,
    division: t.common.division,
    size: t.households.size,
    covered: t.households.covered,
    programmes: t.households.programmes,
    class: t.households.class,
    monthly_amount: t.households.monthly,
    labels: t.households.labels,
    address: t.households.file.address,
    urban_rural: t.households.urbanRural,
  }
  const command = useCommand((chosen: string[], key) => exportHouseholds(filters, chosen, key), {
    success: t.households.exportStarted,
    touches: [['jobs']],
    quiet: true,
    onDone: () => {
      onClose()
      jobs.show()
    },
  })
  return (
    <Modal
      open
      title={t.households.exportTitle}
      okText={t.common.export}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: columns.length === 0 }}
      onCancel={onClose}
      onOk={() => command.run(exportColumns.filter((one) => columns.includes(one)))}
    >
      <p>{t.households.exportText(formatCount(rows))}</p>
      <p className="muted">{t.households.exportColumns}</p>
      <Checkbox.Group
        value={columns}
        onChange={(chosen) => setColumns(chosen)}
        options={exportColumns.map((one) => ({ value: one, label: titles[one] ?? one }))}
        style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 6, marginBottom: 12 }}
      />
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}
