import { useQuery } from '@tanstack/react-query'
import { Button, Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '@/api/client'
import type { HouseholdFile } from '@/api/contract'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DivisionField } from '@/components/division-field'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type Other, openCase, useProcedures } from './api'
import styles from './counter.module.css'
import { Others } from './others'

type Procedure = components['schemas']['ProcedureView']

const applies = (one: Procedure) => one.kind === 'application' || one.kind === 'relief'

/** The programmes under which the family is in benefit; none where that may not be read. */
function useHeld(id: string) {
  const may = useMay()
  return useQuery({
    queryKey: ['household', id, 'held'],
    queryFn: async ({ signal }) => {
      const awards = await call('decide.award.list', { path: { id }, signal })
      const running = awards.items.filter((one) => one.status !== 'stopped')
      return running.map((one) => one.programme.key)
    },
    enabled: may('decide.award.list'),
  })
}

/** What the family comes for: an application, or something about what it receives. */
export function Matter({ household }: { household: HouseholdFile }) {
  const t = useT()
  const word = useWord()
  const navigate = useNavigate()
  const procedures = useProcedures()
  const held = useHeld(household.id)
  const [key, setKey] = useState('dibao')
  const [applicant, setApplicant] = useState(household.head_id)
  const [to, setTo] = useState('')
  const [others, setOthers] = useState<Other[]>([])
  const command = useCommand(openCase, {
    touches: [['cases']],
    quiet: true,
    onDone: (one) => navigate(`/cases/${one.id}?fill=1`),
  })
  const members = household.members.filter((one) => !one.to)
  const heads = t.counter.applicant
  const options = (all: Procedure[]) =>
    all.map((one) => ({
      value: one.key,
      disabled: !one.may,
      label: one.may ? (
        word(one)
      ) : (
        // What another role begins stays in sight, with whose it is.
        <span
          title={t.counter.openedBy(one.openers.map((r) => wordFor(t.cases.roles, r)).join('、'))}
        >
          {word(one)}
        </span>
      ),
    }))
  return (
    <Panel title={t.counter.matter}>
      <QueryGate query={procedures}>
        {(all) => {
          const running = new Set(held.data ?? [])
          const changes = all.filter((one) => !applies(one) && running.has(one.programme))
          const chosen = all.find((one) => one.key === key)
          const kind = chosen?.kind ?? 'application'
          return (
            <Form layout="vertical">
              <Form.Item label={t.counter.kinds.apply}>
                <Radio.Group
                  value={key}
                  onChange={(event) => setKey(event.target.value)}
                  options={options(all.filter(applies))}
                />
              </Form.Item>
              {changes.length > 0 && (
                <Form.Item label={t.counter.kinds.held}>
                  <Radio.Group
                    value={key}
                    onChange={(event) => setKey(event.target.value)}
                    options={options(changes)}
                  />
                </Form.Item>
              )}
              {members.length > 1 && (
                <Form.Item
                  label={
                    kind === 'death'
                      ? heads.death
                      : kind === 'head'
                        ? heads.head
                        : applies({ kind } as Procedure)
                          ? heads.application
                          : t.counter.whom
                  }
                  htmlFor="counter-applicant"
                >
                  <Select
                    id="counter-applicant"
                    style={{ maxWidth: 320 }}
                    value={applicant}
                    onChange={setApplicant}
                    options={members.map((one) => ({
                      value: one.person_id,
                      label: `${one.name}（${word(one.relation)}）`,
                    }))}
                  />
                </Form.Item>
              )}
              {kind === 'move' && (
                <Form.Item label={t.counter.moveTo} htmlFor="counter-to" required>
                  <DivisionField
                    id="counter-to"
                    county
                    village
                    placeholder={t.counter.moveToHint}
                    value={to}
                    onChange={setTo}
                  />
                </Form.Item>
              )}
              {applies({ kind } as Procedure) && <Others others={others} onChange={setOthers} />}
              <div className={styles.buttons}>
                <Button
                  type="primary"
                  autoFocus
                  loading={command.pending}
                  disabled={chosen?.may === false || (kind === 'move' && to === '')}
                  onClick={() =>
                    command.run({
                      household: household.id,
                      procedure: key,
                      applicant,
                      others: applies({ kind } as Procedure) ? others : [],
                      ...(kind === 'move' ? { to } : {}),
                    })
                  }
                >
                  {t.counter.open}
                </Button>
              </div>
            </Form>
          )
        }}
      </QueryGate>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Panel>
  )
}
