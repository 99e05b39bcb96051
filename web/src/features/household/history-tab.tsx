import { Empty, Timeline } from 'antd'
import { QueryGate } from '@/components/query-gate'
import { useFactName } from '@/components/vocabulary'
import { useT, useWord } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useHistory } from './api'
import { changeLines } from './change-lines'
import { useFactText } from './facts'
import styles from './household.module.css'

/** Who did what to this file, and when. */
export function HistoryTab({ household }: { household: string }) {
  const t = useT()
  const word = useWord()
  const text = useFactText()
  const called = useFactName()
  const query = useHistory(household)
  return (
    <div className={styles.tab}>
      <QueryGate query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.households.history.none} />
          ) : (
            <Timeline
              items={items.map((item, index) => ({
                key: `${item.at}${index}`,
                content: (
                  <>
                    <b>{word(item)}</b> <span className="faint">{item.actor.name}</span>{' '}
                    <span className="faint num">{formatTime(item.at)}</span>
                    {item.changes.flatMap(changeLines).map((change, at) => (
                      <div
                        // biome-ignore lint/suspicious/noArrayIndexKey: a step never changes its order.
                        key={at}
                        className="muted"
                      >
                        {change.whose && `${change.whose} `}
                        {called(change.field)}
                        {t.common.colon}
                        {change.before === null ? '' : `${text(change.before)} → `}
                        {text(change.after)}
                      </div>
                    ))}
                  </>
                ),
              }))}
            />
          )
        }
      </QueryGate>
    </div>
  )
}
