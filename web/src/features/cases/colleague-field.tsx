import { Select } from 'antd'
import { useT, wordFor } from '@/i18n'
import { useColleagues } from './api'

interface Props {
  id?: string
  value?: string
  onChange?: (value: string) => void
}

/** One of the officers who work on cases in the area, found by name, role or office. */
export function ColleagueField(props: Props) {
  const t = useT()
  const colleagues = useColleagues()
  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      loading={colleagues.isFetching}
      options={(colleagues.data ?? []).map((one) => ({
        value: one.id,
        label: `${one.name} · ${one.roles.map((role) => wordFor(t.cases.roles, role)).join('、')} · ${one.organisation}`,
      }))}
    />
  )
}
