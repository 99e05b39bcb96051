import { Input } from 'antd'
import { DateField } from '@/components/fields'
import { SearchField, SearchForm } from '@/components/search-form'
import { useT } from '@/i18n'
import type { ListState } from '@/lib/list-state'
import type { AuditFilters } from './api'

export function AuditSearch({ list }: { list: ListState<AuditFilters> }) {
  const t = useT()
  const words = t.admin.audit
  return (
    <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
      <SearchField name="operation" label={words.operation}>
        <Input allowClear maxLength={80} placeholder={words.operationHint} />
      </SearchField>
      <SearchField name="actor" label={words.actor}>
        <Input allowClear maxLength={60} />
      </SearchField>
      <SearchField name="from" label={t.common.from}>
        <DateField />
      </SearchField>
      <SearchField name="to" label={t.common.to}>
        <DateField />
      </SearchField>
    </SearchForm>
  )
}
