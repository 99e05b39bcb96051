import { Tag } from 'antd'
import type { Assessment } from '@/api/contract'
import { useSpeech, useWord, wordFor } from '@/i18n'
import styles from './assess.module.css'
import { byOwner } from './names'
import { useAmount } from './result'

const colours: Record<string, string> = {
  may_claim: 'green',
  may_leave: 'red',
  to_check: 'gold',
}

/** What the family may claim and does not have, and what it has that must be looked into. */
export function DueList({ assessment }: { assessment: Assessment }) {
  const { t, language } = useSpeech()
  const word = useWord()
  const amount = useAmount()
  const words = t.assess
  if (assessment.due.length === 0) return <p className="muted">{words.dueNone}</p>
  return (
    <>
      {assessment.due.map((one) => (
        <div key={`${one.kind}.${one.programme.key}`} className={styles.due}>
          <Tag color={colours[one.kind]}>{wordFor(words.due, one.kind)}</Tag>
          <b>{word(one.programme)}</b>
          <span>
            {t.common.list(one.members.map((place) => assessment.members[place]?.name ?? ''))}
          </span>
          <span className="num">{amount(one)}</span>
          {one.missing.length > 0 && (
            <span className="muted">
              {words.missing}：
              {byOwner(assessment, one.missing, t, language)
                .map((group) => `${group.owner} ${t.common.list(group.facts)}`)
                .join('；')}
            </span>
          )}
        </div>
      ))}
      <p className="faint">{words.dueHint}</p>
    </>
  )
}
