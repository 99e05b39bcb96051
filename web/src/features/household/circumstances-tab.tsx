import { Empty } from 'antd'
import { Link } from 'react-router'
import type { Circumstance } from '@/api/contract'
import { useT } from '@/i18n'
import { formatTime, today } from '@/lib/time'
import { FactList } from './facts'
import styles from './household.module.css'

/** An import names itself as `import:kind:id`; it can be opened. */
function Source({ text }: { text: string }) {
  const t = useT()
  const [origin, , id] = text.split(':')
  if (origin !== 'import' || !id) return text
  return <Link to={`/imports/${id}`}>{t.imports.title}</Link>
}

/** Every version that was known by the date, newest first; nothing is ever overwritten. */
export function CircumstancesTab({ versions, asOf }: { versions: Circumstance[]; asOf: string }) {
  const t = useT()
  const file = t.households.file
  const sorted = [...versions].sort(
    (a, b) =>
      b.valid_from.localeCompare(a.valid_from) || b.recorded_at.localeCompare(a.recorded_at),
  )
  return (
    <div className={styles.tab}>
      <p className={styles.hint}>{file.circumstancesAsOf(asOf || today())}</p>
      {sorted.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={file.noCircumstances} />
      )}
      {sorted.map((version) => (
        <section key={version.id} className={styles.version}>
          <header>
            <b className="num">
              {file.valid} {version.valid_from}
            </b>
            <span className="faint num">
              {file.recorded} {formatTime(version.recorded_at)}
            </span>
            <span className="faint">
              {file.source} <Source text={version.source} />
            </span>
          </header>
          <FactList facts={version.facts} />
        </section>
      ))}
    </div>
  )
}
