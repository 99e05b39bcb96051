import { Button, Flex, Input, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '@/auth/session'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { blank, type Entry, openCase, useCounterDraft, useFound, useProcedures } from './api'
import styles from './counter.module.css'
import { EntryForm } from './entry-form'

interface Chosen {
  id: string
  label: string
}

function Find({ onChosen }: { onChosen: (one: Chosen) => void }) {
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
              <Button
                size="small"
                onClick={() => onChosen({ id: one.id, label: `${one.head.name} ${one.number}` })}
              >
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

function Matter({ household }: { household: string }) {
  const t = useT()
  const word = useWord()
  const navigate = useNavigate()
  const procedures = useProcedures()
  const [procedure, setProcedure] = useState('dibao')
  const command = useCommand(openCase, {
    touches: [['cases']],
    quiet: true,
    onDone: (one) => navigate(`/cases/${one.id}?fill=1`),
  })
  return (
    <Panel title={t.counter.matter}>
      <QueryGate query={procedures}>
        {(all) => (
          <Radio.Group
            value={procedure}
            onChange={(event) => setProcedure(event.target.value)}
            options={all
              .filter((one) => one.kind === 'application' || one.kind === 'relief')
              .map((one) => ({ value: one.key, label: word(one) }))}
          />
        )}
      </QueryGate>
      <div className={styles.buttons}>
        <Button
          type="primary"
          autoFocus
          loading={command.pending}
          onClick={() => command.run({ household, procedure })}
        >
          {t.counter.open}
        </Button>
      </div>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Panel>
  )
}

/** The counter: who it is about, what it is about, and on to the forms. */
export default function CounterPage() {
  const t = useT()
  const may = useMay()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const draft = useCounterDraft()
  return (
    <Page
      title={t.counter.title}
      note={t.counter.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: t.counter.title }]}
    >
      {chosen ? (
        <>
          <Panel
            title={t.counter.chosen}
            extra={<Button onClick={() => setChosen(null)}>{t.counter.again}</Button>}
          >
            <strong>{chosen.label}</strong>
          </Panel>
          <Matter household={chosen.id} />
        </>
      ) : (
        <>
          <Find onChosen={setChosen} />
          {may('registry.household.create') && (
            <Panel title={t.counter.enter}>
              <QueryGate query={draft}>
                {(one) => (
                  <>
                    {one.saved_at && <p className="muted">{t.counter.restored}</p>}
                    <EntryForm
                      first={{ ...blank, ...(one.values as unknown as Partial<Entry>) }}
                      onEntered={setChosen}
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
