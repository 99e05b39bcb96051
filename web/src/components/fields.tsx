import { useQuery } from '@tanstack/react-query'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { call } from '@/api/client'
import { useT, useWord } from '@/i18n'

interface FieldProps {
  id?: string
  value?: string
  onChange?: (value: string) => void
  placeholder?: string
  allowClear?: boolean
  'aria-label'?: string
}

/** A month as "2022-10". */
export function MonthField({ value, onChange, allowClear = true, ...rest }: FieldProps) {
  return (
    <DatePicker
      {...rest}
      picker="month"
      allowClear={allowClear}
      format="YYYY-MM"
      value={value ? dayjs(`${value}-01`) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM') : '')}
      style={{ width: '100%' }}
    />
  )
}

/** A date as "2022-10-25". */
export function DateField({ value, onChange, allowClear = true, ...rest }: FieldProps) {
  return (
    <DatePicker
      {...rest}
      allowClear={allowClear}
      format="YYYY-MM-DD"
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : '')}
      style={{ width: '100%' }}
    />
  )
}

export function useProgrammes() {
  return useQuery({
    queryKey: ['programmes', ''],
    queryFn: ({ signal }) => call('policy.programme.list', { signal }),
    staleTime: 10 * 60_000,
  })
}

export function ProgrammeField({ value, onChange, ...rest }: FieldProps) {
  const t = useT()
  const word = useWord()
  const programmes = useProgrammes()
  return (
    <Select
      placeholder={t.common.all}
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value || undefined}
      onChange={(key: string | undefined) => onChange?.(key ?? '')}
      loading={programmes.isLoading}
      options={programmes.data?.items.map((one) => ({ value: one.key, label: word(one) })) ?? []}
    />
  )
}

export function ChoiceField({
  value,
  onChange,
  choices,
  ...rest
}: FieldProps & { choices: Record<string, string> }) {
  const t = useT()
  return (
    <Select
      placeholder={t.common.all}
      {...rest}
      allowClear
      value={value || undefined}
      onChange={(key: string | undefined) => onChange?.(key ?? '')}
      options={Object.entries(choices).map(([key, label]) => ({ value: key, label }))}
    />
  )
}
