import { Alert, Button, Descriptions, Steps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { DecisionDetail } from '@/api/contract'
import { useMay, useMe } from '@/auth/session'
import { Amount, Count, useAmountTitle } from '@/components/amount'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { decideDecision, granted, useDecision } from './api'
import { Items } from './items'

/** The policy that a decision rests on; a link for whoever may read releases. */
function PolicyRelease({ release }: { release: NonNullable<DecisionDetail['release']> }) {
  const may = useMay()
  const text = (
    <span className="num" title={release.digest}>
      {release.version} · {release.digest.slice(0, 12)}
    </span>
  )
  return may('policy.release.get') ? <Link to={`/releases/${release.id}`}>{text}</Link> : text
}

function Facts({ decision }: { decision: DecisionDetail }) {
  const t = useT()
  const word = useWord()
  const amountTitle = useAmountTitle()
  const words = t.decisions
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2, xl: 3 }}
      items={[
        {
          key: 'n',
          label: words.number,
          children: <span className="num">{decision.number ?? words.unnumbered}</span>,
        },
        { key: 'k', label: words.kind, children: word(decision.kind) },
        { key: 'p', label: t.common.programme, children: word(decision.programme) },
        { key: 'd', label: t.common.division, children: decision.division.full_name },
        {
          key: 'm',
          label: words.effective,
          children: <span className="num">{decision.effective_month}</span>,
        },
        { key: 'a', label: words.awards, children: <Count value={decision.counts.awards} /> },
        {
          key: 'h',
          label: t.common.households,
          children: <Count value={decision.counts.households} />,
        },
        {
          key: 'r',
          label: t.common.persons,
          children: <Count value={decision.counts.persons || null} />,
        },
        {
          key: 'y',
          label: amountTitle(),
          children: <Amount value={granted(decision)} />,
        },
        { key: 'w', label: t.common.reason, span: 'filled', children: decision.reason },
        ...(decision.opinion
          ? [
              {
                key: 'o',
                label: t.common.opinion,
                span: 'filled' as const,
                children: decision.opinion,
              },
            ]
          : []),
        ...(decision.release
          ? [
              {
                key: 'v',
                label: words.release,
                children: <PolicyRelease release={decision.release} />,
              },
            ]
          : []),
        ...(decision.import_id
          ? [
              {
                key: 'i',
                label: words.importLink,
                children: <Link to={`/imports/${decision.import_id}`}>{t.common.details}</Link>,
              },
            ]
          : []),
      ]}
    />
  )
}

export default function DecisionPage() {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const { id = '' } = useParams()
  const query = useDecision(id)
  const [verb, setVerb] = useState<'approve' | 'reject' | null>(null)
  const words = t.decisions
  const command = useCommand(decideDecision, {
    success: t.common.done,
    touches: [['decisions'], ['tasks'], ['household']],
    quiet: true,
    onDone: () => setVerb(null),
  })
  const decision = query.data
  const waiting = decision?.status === 'proposed'
  const own = decision?.proposed_by.id === me.id
  return (
    <Page
      title={
        decision ? (
          <>
            {words.one} {decision.number}{' '}
            <span style={{ fontSize: 14 }}>
              <Status tone={toneOf(decision.status)}>
                {wordFor(words.statuses, decision.status)}
              </Status>
            </span>
          </>
        ) : (
          words.one
        )
      }
      crumbs={[{ title: words.title, to: '/decisions' }, { title: decision?.number ?? '' }]}
      actions={
        waiting && (
          <>
            {may('decide.decision.reject') && (
              <Button disabled={own} onClick={() => setVerb('reject')}>
                {words.reject}
              </Button>
            )}
            {may('decide.decision.approve') && (
              <Button type="primary" disabled={own} onClick={() => setVerb('approve')}>
                {words.approve}
              </Button>
            )}
          </>
        )
      }
    >
      {waiting && own && <Alert role="note" type="info" showIcon title={words.own} />}
      {waiting && !own && <Alert role="note" type="info" showIcon title={words.twoPersons} />}
      <QueryGate query={query}>
        {(one) => (
          <>
            <Panel>
              <Steps
                size="small"
                current={one.status === 'proposed' ? 1 : 2}
                status={one.status === 'rejected' ? 'error' : 'process'}
                items={[
                  {
                    title: words.steps.proposed,
                    content: `${one.proposed_by.name} ${formatTime(one.proposed_at)}`,
                  },
                  {
                    title: one.status === 'rejected' ? words.rejected : words.steps.decided,
                    content: one.approved_by
                      ? `${one.approved_by.name} ${formatTime(one.approved_at)}`
                      : words.waiting,
                  },
                ]}
              />
            </Panel>
            <Panel>
              <Facts decision={one} />
            </Panel>
            {one.items.length > 0 && <Items items={one.items} />}
          </>
        )}
      </QueryGate>
      {verb && decision && (
        <OpinionDialog
          title={verb === 'approve' ? words.approve : words.reject}
          text={words.twoPersons}
          phrases={verb === 'approve' ? words.approvePhrases : words.rejectPhrases}
          danger={verb === 'reject'}
          required={verb === 'reject'}
          pending={command.pending}
          problem={command.problem}
          onCancel={() => {
            command.clear()
            setVerb(null)
          }}
          onSubmit={(opinion) => command.run({ id, verb, opinion })}
        />
      )}
    </Page>
  )
}
