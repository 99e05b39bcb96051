import { Input } from 'antd'
import { DivisionField } from '@/components/division-field'
import { ChoiceField, ProgrammeField } from '@/components/fields'
import { SearchField, SearchForm } from '@/components/search-form'
import { useT } from '@/i18n'
import type { ListState } from '@/lib/list-state'
import type { HouseholdFilters } from './api'

export function HouseholdSearch({ list }: { list: ListState<HouseholdFilters> }) {
  const t = useT()
  return (
    <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
      <SearchField name="q" label={t.households.searchLabel} wide>
        <Input allowClear maxLength={64} placeholder={t.households.searchPlaceholder} />
      </SearchField>
      <SearchField name="division" label={t.common.division}>
        <DivisionField />
      </SearchField>
      <SearchField name="programme" label={t.common.programme}>
        <ProgrammeField />
      </SearchField>
      <SearchField name="class" label={t.households.class}>
        <Input allowClear maxLength={20} placeholder={t.households.classPlaceholder} />
      </SearchField>
      <SearchField name="label" label={t.households.label}>
        <Input allowClear maxLength={20} placeholder={t.households.labelPlaceholder} />
      </SearchField>
      <SearchField name="urban_rural" label={t.households.urbanRural}>
        <ChoiceField choices={{ 城市: t.households.urban, 农村: t.households.rural }} />
      </SearchField>
    </SearchForm>
  )
}
