import { Link } from 'react-router'
import type { Assessment } from '@/api/contract'
import { Panel } from '@/components/page'
import { useSpeech } from '@/i18n'
import styles from './assess.module.css'
import { byOwner, worthTelling } from './names'

/** Everything that is missing, once, by whose it is: what the clerk has to ask and enter. */
export function Todo({ assessment }: { assessment: Assessment }) {
  const { t, language } = useSpeech()
  const words = t.assess
  const missing = worthTelling(assessment).flatMap((one) => one.missing)
  const groups = byOwner(assessment, missing, t, language)
  if (groups.length === 0) return null
  return (
    <>
      <div style={{ height: 12 }} />
      <Panel title={words.missing}>
        <p className="muted" style={{ marginTop: 0 }}>
          {words.missingHint}
        </p>
        {groups.map((group) => (
          <div key={group.owner} className={styles.due}>
            <b>{group.owner}</b>
            <span>{t.common.list(group.facts)}</span>
            <Link
              className="no-print"
              to={`/households/${assessment.household_id}?tab=${group.person ? 'members' : 'circumstances'}`}
            >
              {words.enter}
            </Link>
          </div>
        ))}
      </Panel>
    </>
  )
}
