import { useQueryClient } from '@tanstack/react-query'
import { Alert, Col, Descriptions, Row, Table } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { Amount } from '@/components/amount'
import { useProgrammes } from '@/components/fields'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { PublicityPanel } from '@/features/publicity/panel'
import { type Messages, useT, useWord, wordFor } from '@/i18n'
import { Actions } from './actions'
import { useCase } from './api'
import styles from './cases.module.css'
import { EventsPanel } from './events-panel'
import { ExtrasPanel } from './extras-panel'
import { FactsPanel } from './facts-panel'
import { type Action, FinishDialog } from './finish-dialog'
import { FormsPanel } from './forms-panel'
import { LettersPanel } from './letters-panel'
import { PapersPanel } from './papers-panel'
import { Road } from './road'
import { SignaturesPanel } from './signatures-panel'
import { VerificationPanel } from './verification-panel'

type Case = components['schemas']['Case']

const lampTone = { green: 'good', yellow: 'wait', red: 'bad' } as const

function Deadlines({ one }: { one: Case }) {
  const t = useT()
  const word = useWord()
  if (one.deadlines.length === 0) return <p className="muted">{t.cases.noDeadlines}</p>
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="key"
      dataSource={one.deadlines}
      scroll={{ x: true }}
      columns={[
        { key: 'n', title: t.cases.deadline, render: (_v, d) => word(d) },
        {
          key: 'd',
          title: t.cases.due,
          className: 'num',
          render: (_v, d) =>
            d.due ?? (d.left == null ? '—' : <span className="faint">{t.cases.unknownDay}</span>),
        },
        {
          key: 'l',
          title: t.cases.left,
          render: (_v, d) => (
            <Status tone={d.met ? 'done' : (lampTone[d.lamp as keyof typeof lampTone] ?? 'plain')}>
              {d.met
                ? t.cases.met(d.met)
                : d.left == null
                  ? t.cases.standing
                  : t.cases.days(d.left, d.unit === 'working_days')}
            </Status>
          ),
        },
        { key: 'c', title: t.cases.clause, dataIndex: 'cite', className: 'muted' },
      ]}
    />
  )
}

function Assessment({ one }: { one: Case }) {
  const t = useT()
  const word = useWord()
  const programmes = useProgrammes()
  const people = new Map(one.parties.map((party) => [party.person, party.name]))
  const named = (key: string) =>
    word(programmes.data?.items.find((programme) => programme.key === key)) || key
  if (one.assessment.length === 0) return <p className="muted">{t.cases.noAssessment}</p>
  return (
    <Table
      size="small"
      pagination={false}
      rowKey={(row) => `${row.programme}/${row.person ?? ''}`}
      dataSource={one.assessment}
      scroll={{ x: true }}
      columns={[
        {
          key: 'w',
          title: t.cases.who,
          className: styles.whole,
          render: (_v, a) => people.get(a.person ?? '') ?? t.cases.whole,
        },
        {
          key: 'p',
          title: t.common.programme,
          className: styles.whole,
          render: (_v, a) => named(a.programme),
        },
        { key: 'v', title: t.cases.verdict, className: styles.whole, dataIndex: 'verdict' },
        {
          key: 'm',
          title: t.cases.monthly,
          render: (_v, a) => <Amount value={a.monthly ?? null} />,
        },
        {
          key: 'r',
          title: t.common.reason,
          render: (_v, a) => (
            <>
              {a.zh.map((zh, i) => (
                <div key={zh}>{word({ zh, en: a.en[i] ?? '' })}</div>
              ))}
              {a.missing.map(({ person, facts }) => (
                <div key={person ?? ''} className="muted">
                  {t.cases.missingOf(
                    people.get(person ?? '') ?? t.cases.whole,
                    t.common.list(facts),
                  )}
                </div>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

/** The household's file, as it was when it left the officer's area where it has moved away. */
function fileOf(one: Case): string {
  const asOf = one.household_as_of ? `?as_of=${one.household_as_of}` : ''
  return `/households/${one.household}${asOf}`
}

/** Cases that this one led to or came from. */
function Links({ ones, label }: { ones: Case['led_to']; label: string }) {
  const word = useWord()
  if (ones.length === 0) return null
  return (
    <>
      {label}
      {ones.map((one) => (
        <Link key={one.id} to={`/cases/${one.id}`} style={{ marginInlineEnd: 8 }}>
          {word(one)} {one.number}
        </Link>
      ))}
    </>
  )
}

/** The steps that are open, by name. */
function standing(one: Case, word: ReturnType<typeof useWord>): string {
  const open = one.road.filter((stop) => stop.place === 'current')
  return open.map(word).join(' · ')
}

/** What somebody is in the case; it is about the applicant's death where it is about a death. */
function capacityOf(words: Messages['cases'], one: Case, party: Case['parties'][number]): string {
  const death = one.notes.some((note) => note.kind === 'death')
  if (death && party.capacity === 'applicant') return words.deceased
  return wordFor(words.capacities, party.capacity)
}

export default function CasePage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const { id = '' } = useParams()
  const query = useCase(id)
  const [action, setAction] = useState<Action | null>(null)
  const client = useQueryClient()
  // What a command answers is the case as it stands; nothing is asked twice.
  const take = (one: Case) => client.setQueryData(['cases', 'one', one.id], one)
  const found = query.data
  return (
    <Page
      title={found ? `${word(found)} ${found.number ?? ''}` : t.cases.one}
      crumbs={[
        { title: t.cases.title, to: '/cases' },
        { title: found?.number ?? t.cases.unnumbered },
      ]}
    >
      <QueryGate query={query}>
        {(one) => (
          <>
            {one.result && (
              <Alert
                role="note"
                type="info"
                showIcon
                title={wordFor(t.cases.results, one.result)}
                description={<Links ones={one.led_to} label={t.cases.ledTo} />}
              />
            )}
            {one.notes.map((note) => (
              <Alert
                key={note.kind}
                role="note"
                type={note.grave ? 'warning' : 'info'}
                showIcon
                title={word(note)}
              />
            ))}
            <Panel>
              <Descriptions
                size="small"
                column={{ xs: 1, md: 2, xl: 3 }}
                items={[
                  {
                    key: 'p',
                    label: t.cases.people,
                    children: one.parties
                      .map((p) => `${p.name}（${capacityOf(t.cases, one, p)}）`)
                      .join('、'),
                    span: 'filled',
                  },
                  { key: 'd', label: t.common.division, children: one.division.full_name },
                  ...(one.to
                    ? [{ key: 't', label: t.cases.movesTo, children: one.to.full_name }]
                    : []),
                  {
                    key: 'h',
                    label: t.cases.household,
                    children: (
                      <Link to={fileOf(one)}>
                        {one.household_as_of
                          ? t.cases.fileAsOf(one.household_as_of)
                          : t.common.details}
                      </Link>
                    ),
                  },
                  ...(one.came_from
                    ? [
                        {
                          key: 'f',
                          label: t.cases.cameFrom,
                          children: <Links ones={[one.came_from]} label="" />,
                        },
                      ]
                    : []),
                  {
                    key: 'r',
                    label: t.cases.rules,
                    children: `${one.rules} · ${one.cite}`,
                    span: 'filled',
                  },
                ]}
              />
            </Panel>
            <Row gutter={[16, 16]}>
              <Col xs={{ span: 24, order: 2 }} lg={{ span: 9, order: 1 }}>
                <Panel title={t.cases.road}>
                  <Road stops={one.road} />
                </Panel>
              </Col>
              <Col
                xs={{ span: 24, order: 1 }}
                lg={{ span: 15, order: 2 }}
                style={{
                  display: 'grid',
                  gap: 16,
                  alignContent: 'start',
                  gridTemplateColumns: 'minmax(0, 1fr)',
                }}
              >
                {one.status === 'open' && may('decide.case.act') && (
                  <Panel
                    title={
                      <>
                        {t.cases.actions} <span className="faint">{standing(one, word)}</span>
                      </>
                    }
                  >
                    <Actions one={one} choose={setAction} />
                  </Panel>
                )}
                <PublicityPanel one={one} />
                <FormsPanel one={one} onCase={take} />
                <PapersPanel one={one} onCase={take} />
                <SignaturesPanel one={one} onCase={take} />
                <VerificationPanel id={one.id} seen={one.seen} open={one.status === 'open'} />
                <LettersPanel id={one.id} seen={one.seen} />
                {may('decide.case.act') && <ExtrasPanel one={one} />}
                <Panel title={t.cases.deadlines}>
                  <Deadlines one={one} />
                </Panel>
                <Panel title={t.cases.assessment}>
                  <Assessment one={one} />
                </Panel>
                <FactsPanel one={one} />
                {may('decide.case.get') && <EventsPanel id={one.id} seen={one.seen} />}
              </Col>
            </Row>
            {action && (
              <FinishDialog
                id={one.id}
                seen={one.seen}
                action={action}
                onClose={() => setAction(null)}
              />
            )}
          </>
        )}
      </QueryGate>
    </Page>
  )
}
