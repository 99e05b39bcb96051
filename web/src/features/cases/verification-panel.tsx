import { Alert, Button, Flex, Space, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { Panel } from '@/components/page'
import { Status, type Tone } from '@/components/status'
import {
  askFor,
  type CaseVerification,
  touched,
  useVerification,
  withdrawConsent,
} from '@/features/verification/api'
import { ReasonDialog } from '@/features/verification/reason-dialog'
import { useT, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import styles from './cases.module.css'
import { PaperConsentDialog } from './paper-consent-dialog'

type Person = components['schemas']['CaseConsent']
type Consent = components['schemas']['Consent']

const tones: Record<Person['state'], Tone> = {
  valid: 'good',
  missing: 'wait',
  refused: 'plain',
  withdrawn: 'bad',
  not_yet: 'wait',
  expired: 'bad',
  other_purpose: 'bad',
  guardian: 'wait',
}

function Until({ consent }: { consent: Consent }) {
  const words = useT().verification.panel
  return (
    <>
      <div className="num">
        {consent.from} – {consent.to ?? words.open}
      </div>
      {consent.guardian && <div className="muted">{words.guardian(consent.guardian)}</div>}
    </>
  )
}

interface ConsentsProps {
  people: Person[]
  open: boolean
  withdraw: (consent: Consent) => void
}

function Consents({ people, open, withdraw }: ConsentsProps) {
  const t = useT()
  const may = useMay()
  const words = t.verification
  const back = (one: Person) =>
    open &&
    may('verify.consent.withdraw') &&
    one.consent &&
    !one.consent.withdrawn_on && (
      <Button size="small" onClick={() => one.consent && withdraw(one.consent)}>
        {words.panel.withdraw}
      </Button>
    )
  return (
    <Table<Person>
      size="small"
      pagination={false}
      rowKey="person"
      dataSource={people}
      scroll={{ x: true }}
      columns={[
        {
          key: 'n',
          title: words.name,
          className: 'nowrap',
          render: (_v, one) => (
            <>
              {one.name}
              <div className="muted">{wordFor(words.capacities, one.capacity)}</div>
            </>
          ),
        },
        {
          key: 's',
          title: words.panel.consents,
          render: (_v, one) => (
            <>
              <Status tone={tones[one.state]}>{wordFor(words.panel.states, one.state)}</Status>
              {!one.numbered && <div className="muted">{words.panel.noNumber}</div>}
            </>
          ),
        },
        {
          key: 'u',
          title: words.panel.until,
          render: (_v, one) => one.consent && <Until consent={one.consent} />,
        },
        {
          key: 'i',
          title: words.panel.item,
          className: 'muted',
          render: (_v, one) => <div className={styles.items}>{one.consent?.items.join('、')}</div>,
        },
        { key: 'b', title: t.common.actions, render: (_v, one) => back(one) },
      ]}
    />
  )
}

function Requests({ found }: { found: CaseVerification }) {
  const t = useT()
  const may = useMay()
  const words = t.verification
  if (found.requests.length === 0) {
    return found.gate.asked ? null : <p className="muted">{words.panel.none}</p>
  }
  return (
    <ul style={{ listStyle: 'none', margin: '12px 0 0', padding: 0, display: 'grid', gap: 6 }}>
      {found.requests.map((one) => (
        <li key={one.id}>
          <Space wrap size={8}>
            <span className="num">{one.number}</span>
            <span>{wordFor(words.statuses, one.status)}</span>
            {one.status === 'sent' && one.due && (
              <span className="muted num">
                {words.due} {one.due}
              </span>
            )}
            {one.report && may('verify.report.get') && (
              <Link to={`/verification/reports/${one.report}`}>{words.open}</Link>
            )}
            {one.found != null && (
              <span className="muted">
                {one.found > 0 ? `${words.yes} ${words.count(one.found)}` : words.none}
              </span>
            )}
          </Space>
        </li>
      ))}
    </ul>
  )
}

function WithdrawDialog({ one, onClose }: { one: Consent; onClose: () => void }) {
  const t = useT()
  const words = t.verification.panel
  const act = ({ reason }: { reason: string }, key: string) =>
    withdrawConsent({ id: one.id, version: one.version, reason }, key)
  const command = useCommand(act, {
    success: t.common.done,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  return (
    <ReasonDialog
      title={words.withdrawTitle}
      label={t.verification.reason}
      text={words.withdrawText}
      command={command}
      onClose={onClose}
    />
  )
}

interface VerificationPanelProps {
  id: string
  seen: number
  open: boolean
}

/** Who consented, what was asked, and what came back; the report itself is a page of its own. */
export function VerificationPanel({ id, seen, open }: VerificationPanelProps) {
  const t = useT()
  const may = useMay()
  const words = t.verification
  const query = useVerification(id, seen)
  const [back, setBack] = useState<Consent | null>(null)
  const [paper, setPaper] = useState(false)
  const ask = useCommand(askFor, { success: words.panel.asked, touches: touched })
  const found = query.data
  if (!found?.applies) return null
  const { open: undecided, objected } = found.gate
  const again = found.gate.report != null
  const running = found.requests.some((one) => one.status === 'ready' || one.status === 'sent')
  const mayAsk = open && may('decide.case.verify') && !running && (found.waits || again)
  return (
    <Panel
      title={words.panel.title}
      extra={
        <Flex gap={8} wrap>
          {open && may('decide.case.act') && (
            <Button size="small" onClick={() => setPaper(true)}>
              {words.panel.paper}
            </Button>
          )}
          {mayAsk && (
            <Button
              size="small"
              type={again ? 'default' : 'primary'}
              disabled={!found.complete}
              loading={ask.pending}
              onClick={() => ask.run(id)}
            >
              {again ? words.panel.askAgain : words.panel.ask}
            </Button>
          )}
        </Flex>
      }
    >
      <p className="muted">{found.required ? words.panel.required : words.panel.optional}</p>
      {mayAsk && !found.complete && <p className="muted">{words.panel.incomplete}</p>}
      {(undecided > 0 || objected > 0) && (
        <Alert
          role="note"
          type={objected > 0 ? 'warning' : 'info'}
          showIcon
          style={{ marginBottom: 12 }}
          title={[
            undecided > 0 ? words.panel.open_findings(undecided) : '',
            objected > 0 ? words.panel.objected(objected) : '',
          ]
            .filter(Boolean)
            .join('，')}
        />
      )}
      <Consents people={found.people} open={open} withdraw={setBack} />
      <Requests found={found} />
      {back && <WithdrawDialog one={back} onClose={() => setBack(null)} />}
      {paper && (
        <PaperConsentDialog id={id} people={found.people} onClose={() => setPaper(false)} />
      )}
    </Panel>
  )
}
