import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { call } from '@/api/client'
import { given } from '@/api/given'
import { DateField } from '@/components/fields'
import { useT, useWord } from '@/i18n'
import styles from './policy.module.css'

export interface PolicyScope extends Record<string, string> {
  on: string
  place: string
}

/** Day and place of every policy page: they live in the address, so that a link shows the same. */
export function usePolicyScope(): PolicyScope {
  const [params] = useSearchParams()
  return { on: params.get('on') ?? '', place: params.get('place') ?? '' }
}

/** The same scope as the tail of an address. */
export function scoped(path: string, scope: PolicyScope): string {
  const tail = new URLSearchParams(
    Object.entries(scope).filter(([, value]) => value !== ''),
  ).toString()
  return tail ? `${path}?${tail}` : path
}

export function usePlaces(on: string) {
  return useQuery({
    queryKey: ['policy-places', on],
    queryFn: ({ signal }) => call('policy.place.list', { query: given({ on }), signal }),
    staleTime: 10 * 60_000,
  })
}

export function PlaceSelect({
  id,
  label,
  value,
  onChange,
  on,
}: {
  id?: string
  label: string
  value: string
  onChange: (code: string) => void
  on: string
}) {
  const t = useT()
  const word = useWord()
  const query = usePlaces(on)
  const own = query.data?.own
  return (
    <Select
      id={id}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      // A short code means the same place as its twelve digits.
      value={/^\d{6,}$/.test(value) ? value.padEnd(12, '0') : value}
      loading={query.isFetching}
      onChange={onChange}
      style={{ width: 180, maxWidth: '100%' }}
      options={[
        { value: '', label: own ? `${t.policy.browse.own}：${word(own)}` : t.policy.browse.own },
        ...(query.data?.items ?? []).map((one) => ({
          value: one.code,
          label: `${'　'.repeat(one.depth)}${word(one)}`,
        })),
      ]}
    />
  )
}

/** Place and day, and which rules and release that means. */
export function ScopeBar() {
  const t = useT()
  const word = useWord()
  const scope = usePolicyScope()
  const [, setParams] = useSearchParams()
  const query = usePlaces(scope.on)
  const words = t.policy.browse
  const put = (name: string, value: string) =>
    setParams((previous) => {
      const next = new URLSearchParams(previous)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  return (
    <div className={`${styles.scope} no-print`}>
      <PlaceSelect
        label={words.place}
        value={scope.place}
        on={scope.on}
        onChange={(code) => put('place', code)}
      />
      <div className={styles.day}>
        <DateField
          aria-label={t.policy.programmes.on}
          placeholder={t.policy.programmes.on}
          value={scope.on}
          onChange={(day) => put('on', day)}
        />
      </div>
      {query.data && (
        <span className="muted">
          {query.data.rule_set && `${words.ruleSet} ${word(query.data.rule_set)} · `}
          {words.release} {query.data.release}
        </span>
      )}
    </div>
  )
}
