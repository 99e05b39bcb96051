import { Link, useNavigate } from 'react-router'
import { Panel } from '@/components/page'
import { noFilters } from '@/features/cases/api'
import { LampBar } from '@/features/cases/lamps'
import { useT } from '@/i18n'
import styles from './home.module.css'

const mine = { ...noFilters, mine: 'yes' }

/** Cases with a step that this officer may take, by lamp; a lamp opens the list of them. */
export function CasesCard() {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Panel title={t.home.cases} extra={<Link to="/cases?mine=yes">{t.home.allCases}</Link>}>
      <div className={styles.cases}>
        <LampBar filters={mine} choose={(lamp) => navigate(`/cases?mine=yes&lamp=${lamp}`)} />
      </div>
    </Panel>
  )
}
