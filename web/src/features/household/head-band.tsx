import { Tag } from 'antd'
import type { HouseholdFile } from '@/api/contract'
import { Status, toneOf } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import styles from './household.module.css'

/** Who the file is about, always in sight above the tabs. */
export function HeadBand({ household }: { household: HouseholdFile }) {
  const t = useT()
  const head =
    household.members.find((one) => one.person_id === household.head_id) ?? household.members[0]
  return (
    <section className={`panel ${styles.band}`}>
      <div className={styles.who}>
        <strong>{head?.name}</strong>
        <span className="num muted">{household.number}</span>
        <Status tone={toneOf(household.status)}>
          {wordFor(t.households.statuses, household.status)}
        </Status>
        <Tag>
          {wordFor({ 城市: t.households.urban, 农村: t.households.rural }, household.urban_rural)}
        </Tag>
        {household.labels.map((label) => (
          <Tag key={label} color="gold">
            {label}
          </Tag>
        ))}
      </div>
      <dl>
        <div>
          <dt>{t.common.division}</dt>
          <dd>{household.division.full_name}</dd>
        </div>
        {household.address && (
          <div>
            <dt>{t.households.file.address}</dt>
            <dd>{household.address}</dd>
          </div>
        )}
        {household.phone && (
          <div>
            <dt>{t.households.file.phone}</dt>
            <dd className="num">{household.phone}</dd>
          </div>
        )}
        <div>
          <dt>{t.households.size}</dt>
          <dd className="num">{household.members.filter((one) => one.to === null).length}</dd>
        </div>
        {household.external_numbers.map((one) => (
          <div key={`${one.system}${one.number}`}>
            <dt>
              {t.households.file.externalNumbers} · {wordFor(t.households.file.systems, one.system)}
            </dt>
            <dd className="num">{one.number}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
