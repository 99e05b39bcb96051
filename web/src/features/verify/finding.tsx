import { Alert, Button, Flex, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '@/api/client'
import { useMay } from '@/auth/session'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type Evidence, type Finding, useFinding } from './api'
import { findingTones, severityTones } from './tones'
import styles from './verify.module.css'

function EvidencePanel({ row }: { row: Evidence }) {
  const t = useT()
  const word = useWord()
  const words = t.verify
  return (
    <Panel
      title={word(row.source)}
      extra={
        <span className="faint num">
          {row.as_of} · {words.rowOf(row.row)}
        </span>
      }
    >
      {row.name_differs && (
        <Alert
          role="note"
          type="warning"
          showIcon
          title={words.nameDiffersNote}
          style={{ marginBottom: 12 }}
        />
      )}
      {row.linked && (
        <Alert
          role="note"
          type="info"
          showIcon
          title={words.links.byHand}
          style={{ marginBottom: 12 }}
        />
      )}
      <dl className={styles.facts}>
        {row.cells.map((cell) => (
          <div key={cell.zh}>
            <dt>{word(cell)}</dt>
            <dd>{cell.value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function DecideDialog({ one, onClose }: { one: Finding; onClose: () => void }) {
  const t = useT()
  const words = t.verify
  const [form] = Form.useForm<{ verdict: string; note: string }>()
  const command = useCommand(
    (body: { verdict: string; note: string }) =>
      call('verify.result.decide', { path: { id: one.id }, version: one.version, body }),
    { success: t.common.done, touches: [['findings']], quiet: true, onDone: onClose },
  )
  return (
    <Modal
      open
      title={words.decide}
      okText={words.decide}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={command.run}>
        <Form.Item
          name="verdict"
          label={words.verdict}
          rules={[{ required: true, message: t.common.required }]}
        >
          <Radio.Group
            options={[
              { value: 'confirmed', label: words.findingStatuses.confirmed },
              { value: 'cleared', label: words.findingStatuses.cleared },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={words.decideNote}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input.TextArea rows={3} maxLength={2000} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

function ObjectDialog({ one, onClose }: { one: Finding; onClose: () => void }) {
  const t = useT()
  const words = t.verify
  const command = useCommand(
    (objection: string) =>
      call('verify.result.object', {
        path: { id: one.id },
        version: one.version,
        body: { objection },
      }),
    { success: t.common.done, touches: [['findings']], quiet: true, onDone: onClose },
  )
  return (
    <OpinionDialog
      title={words.object}
      text={words.objectNote}
      label={words.objection}
      phrases={[]}
      required
      pending={command.pending}
      problem={command.problem}
      onCancel={onClose}
      onSubmit={command.run}
    />
  )
}

function Decided({ one }: { one: Finding }) {
  const t = useT()
  const words = t.verify
  if (!one.note && !one.objection) return null
  return (
    <Panel title={words.decided}>
      <dl className={styles.facts}>
        {one.note && (
          <div>
            <dt>
              {one.decided_by?.name} {one.decided_at && formatTime(one.decided_at)}
            </dt>
            <dd>{one.note}</dd>
          </div>
        )}
        {one.objection && (
          <div>
            <dt>
              {words.objection} {one.objected_at && formatTime(one.objected_at)}
            </dt>
            <dd>{one.objection}</dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}

function Matter({ one }: { one: Finding }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const words = t.verify
  const [doing, setDoing] = useState<'decide' | 'object' | null>(null)
  const close = () => setDoing(null)
  const open = one.change !== 'gone' && (one.status === 'open' || one.status === 'objected')
  return (
    <>
      <Panel
        title={word(one.check)}
        extra={
          <Status tone={severityTones[one.severity] ?? 'plain'}>
            {wordFor(words.severities, one.severity)}
          </Status>
        }
      >
        <p className={styles.says}>{word(one)}</p>
        {one.act_zh && <p>{word({ zh: one.act_zh, en: one.act_en ?? '' })}</p>}
        <dl className={styles.facts}>
          <div>
            <dt>{words.household}</dt>
            <dd>
              {may('registry.household.get') ? (
                <Link to={`/households/${one.household}`}>{one.household_number}</Link>
              ) : (
                one.household_number
              )}
            </dd>
          </div>
          <div>
            <dt>{t.common.division}</dt>
            <dd>{one.division.name}</dd>
          </div>
          <div>
            <dt>{words.purpose}</dt>
            <dd>{word(one.purpose)}</dd>
          </div>
          <div>
            <dt>{words.change}</dt>
            <dd>{wordFor(words.changes, one.change)}</dd>
          </div>
          <div>
            <dt>{words.cite}</dt>
            <dd>{one.cite}</dd>
          </div>
        </dl>
        <Flex gap={12} wrap style={{ marginTop: 16 }}>
          {open && may('verify.result.decide') && (
            <Button type="primary" onClick={() => setDoing('decide')}>
              {words.decide}
            </Button>
          )}
          {one.status === 'confirmed' && may('verify.result.object') && (
            <Button onClick={() => setDoing('object')}>{words.object}</Button>
          )}
        </Flex>
        <p className="faint" style={{ margin: '12px 0 0' }}>
          {words.clue}
        </p>
      </Panel>
      <Decided one={one} />
      {one.evidence.map((row) => (
        <EvidencePanel key={`${row.delivery}-${row.row}-${row.person ?? ''}`} row={row} />
      ))}
      {doing === 'decide' && <DecideDialog one={one} onClose={close} />}
      {doing === 'object' && <ObjectDialog one={one} onClose={close} />}
    </>
  )
}

/** One finding: what it says, by which clause, and the rows it rests on. */
export default function FindingPage() {
  const t = useT()
  const { id = '' } = useParams()
  const query = useFinding(id)
  const words = t.verify
  return (
    <Watermark>
      <Page
        title={
          query.data ? (
            <>
              {query.data.name}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={findingTones[query.data.status] ?? 'plain'}>
                  {wordFor(words.findingStatuses, query.data.status)}
                </Status>
              </span>
            </>
          ) : (
            words.findings
          )
        }
        crumbs={[{ title: words.findings, to: '/findings' }, { title: t.common.details }]}
      >
        <QueryGate query={query}>{(one) => <Matter one={one} />}</QueryGate>
      </Page>
    </Watermark>
  )
}
