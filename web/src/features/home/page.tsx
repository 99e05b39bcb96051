import { useState } from 'react'
import { useMay, useMe } from '@/auth/session'
import { MonthField } from '@/components/fields'
import { Page } from '@/components/page'
import { useT } from '@/i18n'
import { formatDate } from '@/lib/time'
import { CasesCard } from './cases-card'
import styles from './home.module.css'
import { MonthNumbers } from './month-numbers'
import { QuickEntries } from './quick-entries'
import { TodoCard } from './todo-card'

/** 待办 + 本月数字 + 快捷入口, each as far as the user's duty reaches. */
export default function HomePage() {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const [month, setMonth] = useState('')
  const numbers = may('insight.home.get')
  return (
    <Page
      title={t.home.greeting(me.name)}
      note={`${me.division.full_name} · ${formatDate(new Date().toISOString())}`}
      actions={
        numbers && (
          <div style={{ width: 140 }}>
            <MonthField
              aria-label={t.common.month}
              placeholder={t.common.month}
              value={month}
              onChange={setMonth}
            />
          </div>
        )
      }
    >
      <div className={styles.columns}>
        {numbers && <MonthNumbers month={month || undefined} />}
        <div className={styles.side}>
          {may('decide.case.list') && <CasesCard />}
          {may('platform.task.list') && <TodoCard />}
          <QuickEntries />
        </div>
      </div>
    </Page>
  )
}
