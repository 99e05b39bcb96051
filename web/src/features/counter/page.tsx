import { Button, Flex, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMay } from '@/auth/session'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useHousehold } from '@/features/household/api'
import { useT } from '@/i18n'
import { blank, type Entry, useCounterDraft, useFound } from './api'
import styles from './counter.module.css'
import { EntryForm } from './entry-form'
import { Matter } from './matter'

/** The family that was chosen, and what it is about. */
function Family({ id, onAgain }: { id: string; onAgain: () => void }) {
  const t = useT()
  const query = useHousehold(id, '')
  return (
    <QueryGate query={query}>
      {(household) => (
        <>
          <Panel
            title={t.counter.chosen}
            extra={<Button onClick={onAgain}>{t.counter.again}</Button>}
          >
            <Flex gap={10} align="center" wrap>
              <strong>
                {household.members.find((one) => one.person_id === household.head_id)?.name}
              </strong>
              <span className="num">{household.number}</span>
              <span className="muted">
                {household.division.full_name} {household.address}
              </span>
            </Flex>
          </Panel>
          <Matter household={household} />
        </>
      )}
    </QueryGate>
  )
}

function Find({ onChosen }: { onChosen: (id: string) => void }) {
  const t = useT()
  const [q, setQ] = useState('')
  const found = useFound(q)
  return (
    <Panel title={t.counter.find}>
      <Input.Search
        autoFocus
        aria-label={t.counter.find}
        placeholder={t.counter.findHint}
        loading={found.isFetching}
        onSearch={(text) => setQ(text.trim())}
      />
      {found.data && found.data.items.length === 0 && <p className="muted">{t.counter.none}</p>}
      <ul className={styles.found}>
        {found.data?.items.map((one) => (
          <li key={one.id}>
            <Flex gap={10} align="center" wrap>
              <Button size="small" onClick={() => onChosen(one.id)}>
                {t.counter.choose}
              </Button>
              <strong>{one.head.name}</strong>
              <span className="num">{one.number}</span>
              <span className="muted">
                {one.division.name} {one.address}
              </span>
            </Flex>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The counter: who it is about, what it is about, and on to the forms. */
export default function CounterPage() {
  const t = useT()
  const may = useMay()
  // The household file sends its family along.
  const [params] = useSearchParams()
  const [chosen, choose] = useState(params.get('household'))
  const draft = useCounterDraft()
  return (
    <Page
      title={t.counter.title}
      note={t.counter.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: t.counter.title }]}
    >
      {chosen ? (
        <Family id={chosen} onAgain={() => choose(null)} />
      ) : (
        <>
          <Find onChosen={choose} />
          {may('registry.household.create') && (
            <Panel title={t.counter.enter}>
              <QueryGate query={draft}>
                {(one) => (
                  <>
                    {one.saved_at && <p className="muted">{t.counter.restored}</p>}
                    <EntryForm
                      first={{ ...blank, ...(one.values as unknown as Partial<Entry>) }}
                      onEntered={({ id }) => choose(id)}
                    />
                  </>
                )}
              </QueryGate>
            </Panel>
          )}
        </>
      )}
    </Page>
  )
}
