import { Input } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useMay } from '@/auth/session'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'
import { menuOf, permitted } from '@/shell/menu'
import styles from './home.module.css'

export function QuickEntries() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const entries = permitted(menuOf(t), may)
    .flatMap((group) => group.entries)
    .filter((entry) => entry.path !== '/')
  return (
    <Panel title={t.home.quick}>
      {may('registry.household.list') && (
        <search className={styles.find}>
          <Input.Search
            aria-label={t.home.findHousehold}
            placeholder={t.home.findPlaceholder}
            onSearch={(text) => navigate(`/households?q=${encodeURIComponent(text.trim())}`)}
          />
        </search>
      )}
      <ul className={styles.quick}>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Link to={entry.path}>{entry.title}</Link>
          </li>
        ))}
      </ul>
      <p className={`faint ${styles.keys}`}>{t.common.keyboard}</p>
    </Panel>
  )
}
