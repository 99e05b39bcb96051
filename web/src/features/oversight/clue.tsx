import { Alert, Button, Descriptions, Form, Input, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useMay, useMe } from '@/auth/session'
import { DateField } from '@/components/fields'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useSpeech, useT, useWord, wordFor } from '@/i18n'
import { formatMoney } from '@/lib/money'
import { formatTime, today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import {
  accept,
  type ClueDetail,
  holdToAccount,
  noClueFilters,
  recover,
  rectify,
  useAccountability,
  useClue,
  useOversightWords,
} from './api'
import { ClueDialog, type ClueVerb } from './clue-dialogs'
import styles from './oversight.module.css'
import { clueTone } from './tones'

const touches = [['oversight'], ['tasks']]

function Facts({ data }: { data: ClueDetail }) {
  const t = useT()
  const word = useWord()
  const { language } = useSpeech()
  const words = t.oversight.clue
  const { clue } = data
  const item = (key: string, label: string, children: React.ReactNode, wide = false) => ({
    key,
    label,
    children,
    ...(wide ? { span: 'filled' as const } : {}),
  })
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2, xl: 3 }}
      items={[
        item(
          'name',
          t.common.name,
          clue.household_id ? (
            <Link to={`/households/${clue.household_id}`}>{clue.name}</Link>
          ) : (
            clue.name
          ),
        ),
        item('id', t.common.idNumber, <span className="num">{clue.id_number}</span>),
        item('division', t.common.division, clue.division.full_name),
        item('kind', words.kind, word(clue.kind)),
        item('check', words.check, word(clue.check)),
        item('severity', words.severity, wordFor(words.severities, clue.severity)),
        item('department', words.department, clue.department),
        item('as_of', words.asOf, clue.as_of),
        item('due', words.due, clue.due),
        item('what', words.what, language === 'zh' ? clue.zh : clue.en, true),
        item('cite', words.cite, clue.cite, true),
        item('office', words.office, clue.office?.full_name),
        item(
          'answer',
          words.result,
          clue.answer && `${wordFor(words.answers, clue.answer)} ${word(clue.conclusion)}`,
        ),
        item(
          'by',
          words.answeredBy,
          clue.answered_by && `${clue.answered_by.name} ${formatTime(clue.answered_at)}`,
        ),
        item('reason', t.common.reason, clue.reason, true),
        item(
          'decided',
          words.decidedBy,
          clue.decided_by && `${clue.decided_by.name} ${formatTime(clue.decided_at)}`,
        ),
        item('opinion', t.common.opinion, clue.opinion, true),
      ]}
    />
  )
}

interface Field {
  name: string
  label: string
  kind?: 'day' | 'measure' | 'optional'
}

/** A small form in a window: some texts, a day, a measure of the pack. */
function FormDialog({
  title,
  fields,
  pending,
  problem,
  onClose,
  onSubmit,
}: {
  title: string
  fields: Field[]
  pending: boolean
  problem: Parameters<typeof ProblemAlert>[0]['problem'] | null
  onClose: () => void
  onSubmit: (values: Record<string, string>) => void
}) {
  const t = useT()
  const word = useWord()
  const known = useOversightWords()
  const [form] = Form.useForm<Record<string, string>>()
  return (
    <Modal
      open
      title={title}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={Object.fromEntries(
          fields.filter((one) => one.kind === 'day').map((one) => [one.name, today()]),
        )}
        onFinish={onSubmit}
      >
        {fields.map((one) => (
          <Form.Item
            key={one.name}
            name={one.name}
            label={one.label}
            rules={one.kind === 'optional' ? [] : [{ required: true, message: t.common.required }]}
          >
            {one.kind === 'day' ? (
              <DateField allowClear={false} />
            ) : one.kind === 'measure' ? (
              <Select
                options={known.data?.measure.map((m) => ({ value: m.key, label: word(m) })) ?? []}
              />
            ) : (
              <Input maxLength={200} />
            )}
          </Form.Item>
        ))}
      </Form>
      {problem && <ProblemAlert problem={problem} />}
    </Modal>
  )
}

type Act = 'rectify' | 'accept' | 'reject' | 'recover' | 'account'

function Rectification({ data }: { data: ClueDetail }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const me = useMe()
  const [act, setAct] = useState<Act | null>(null)
  const words = t.oversight.clue
  const { clue, rectification: one } = data
  const id = clue.id
  const seen = useAccountability(id, may('oversight.accountability.list'))
  const options = { success: t.common.done, touches, quiet: true, onDone: () => setAct(null) }
  const report = useCommand(rectify, options)
  const settle = useCommand(accept, options)
  const receipt = useCommand(recover, options)
  const account = useCommand(holdToAccount, options)
  if (!one) return null
  const own = one.done_by?.id === me.id
  return (
    <Panel
      title={words.rectification}
      extra={
        <div className={styles.bar}>
          <Status tone={one.status === 'accepted' ? 'done' : 'wait'}>
            {wordFor(words.rectStates, one.status)}
          </Status>
          {may('oversight.clue.rectify') && one.status !== 'accepted' && (
            <Button onClick={() => setAct('rectify')}>{words.rectify}</Button>
          )}
          {may('oversight.clue.accept') && one.status === 'done' && !own && (
            <>
              <Button type="primary" onClick={() => setAct('accept')}>
                {words.accept}
              </Button>
              <Button onClick={() => setAct('reject')}>{words.rejectAcceptance}</Button>
            </>
          )}
          {may('oversight.clue.recover') && one.to_recover !== '0.00' && (
            <Button onClick={() => setAct('recover')}>{words.recover}</Button>
          )}
          {may('oversight.accountability.create') && (
            <Button onClick={() => setAct('account')}>{words.account}</Button>
          )}
        </div>
      }
    >
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'm', label: words.measure, children: one.measure },
          { key: 'p', label: words.proof, children: one.proof },
          { key: 'd', label: words.due, children: one.due },
          {
            key: 'r',
            label: t.oversight.runs.recovered,
            children: (
              <span className="num">
                {formatMoney(one.recovered)} / {formatMoney(one.to_recover)}
              </span>
            ),
          },
          { key: 'o', label: t.common.opinion, children: one.opinion },
        ]}
      />
      {(seen.data?.items.length ?? 0) > 0 && (
        <Table
          size="small"
          style={{ marginTop: 12 }}
          pagination={false}
          rowKey={(row) => row.id}
          dataSource={seen.data?.items ?? []}
          title={() => words.accounts}
          scroll={{ x: 'max-content' }}
          columns={[
            { key: 'n', title: words.person, render: (_v, row) => row.name },
            { key: 'p', title: words.post, render: (_v, row) => row.post },
            { key: 'c', title: words.cause, render: (_v, row) => row.cause },
            { key: 'm', title: words.accountMeasure, render: (_v, row) => word(row.measure) },
            { key: 'd', title: words.day, render: (_v, row) => row.day },
            { key: 'o', title: words.document, render: (_v, row) => row.document },
          ]}
        />
      )}
      {act === 'rectify' && (
        <FormDialog
          title={words.rectify}
          fields={[
            { name: 'measure', label: words.measure },
            { name: 'proof', label: words.proof },
            { name: 'to_recover', label: t.oversight.runs.toRecover, kind: 'optional' },
          ]}
          pending={report.pending}
          problem={report.problem}
          onClose={() => setAct(null)}
          onSubmit={(v) =>
            report.run({
              id,
              measure: v.measure ?? '',
              proof: v.proof ?? '',
              to_recover: v.to_recover || null,
            })
          }
        />
      )}
      {(act === 'accept' || act === 'reject') && (
        <OpinionDialog
          title={act === 'accept' ? words.accept : words.rejectAcceptance}
          phrases={words.phrases}
          danger={act === 'reject'}
          required
          pending={settle.pending}
          problem={settle.problem}
          onCancel={() => setAct(null)}
          onSubmit={(opinion) => settle.run({ id, accepted: act === 'accept', opinion })}
        />
      )}
      {act === 'recover' && (
        <FormDialog
          title={words.recover}
          fields={[
            { name: 'amount', label: words.amount },
            { name: 'day', label: words.day, kind: 'day' },
            { name: 'receipt', label: words.receipt },
          ]}
          pending={receipt.pending}
          problem={receipt.problem}
          onClose={() => setAct(null)}
          onSubmit={(v) =>
            receipt.run({
              id,
              amount: v.amount ?? '',
              day: v.day ?? today(),
              receipt: v.receipt ?? '',
            })
          }
        />
      )}
      {act === 'account' && (
        <FormDialog
          title={words.account}
          fields={[
            { name: 'name', label: words.person },
            { name: 'post', label: words.post },
            { name: 'cause', label: words.cause },
            { name: 'measure', label: words.accountMeasure, kind: 'measure' },
            { name: 'day', label: words.day, kind: 'day' },
            { name: 'document', label: words.document },
          ]}
          pending={account.pending}
          problem={account.problem}
          onClose={() => setAct(null)}
          onSubmit={(v) =>
            account.run({
              id,
              name: v.name ?? '',
              post: v.post ?? '',
              cause: v.cause ?? '',
              measure: v.measure ?? '',
              day: v.day ?? today(),
              document: v.document ?? '',
            })
          }
        />
      )}
    </Panel>
  )
}

/** One clue: what it rests on, what the two people said, and what followed. */
export default function CluePage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const me = useMe()
  const { id = '' } = useParams()
  const query = useClue(id)
  const [verb, setVerb] = useState<ClueVerb | null>(null)
  const words = t.oversight.clue
  const clue = query.data?.clue
  const source = (row: ClueDetail['evidence'][number]) =>
    word({ zh: row.zh ?? '', en: row.en ?? '' }) || row.source
  const open = clue?.status.key === 'new' || clue?.status.key === 'assigned'
  const waiting = clue?.status.key === 'answered' && clue.answered_by?.id !== me.id
  return (
    <Watermark>
      <Page
        title={
          clue ? (
            <>
              {clue.number}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={clueTone(clue.status.key)}>{word(clue.status)}</Status>
              </span>
            </>
          ) : (
            words.title
          )
        }
        crumbs={[
          { title: t.shell.menu.oversight },
          { title: words.title, to: '/clues' },
          { title: clue?.number ?? '' },
        ]}
        actions={
          <>
            {open && may('oversight.clue.answer') && (
              <Button type="primary" onClick={() => setVerb('answer')}>
                {words.answer}
              </Button>
            )}
            {waiting && may('oversight.clue.confirm') && (
              <>
                <Button type="primary" onClick={() => setVerb('confirm')}>
                  {words.confirm}
                </Button>
                <Button onClick={() => setVerb('sendBack')}>{words.sendBack}</Button>
              </>
            )}
          </>
        }
      >
        <QueryGate query={query}>
          {(data) => (
            <>
              <Facts data={data} />
              <Panel
                title={words.evidence}
                extra={<span className="faint">{words.evidenceNote}</span>}
              >
                <Table
                  size="small"
                  pagination={false}
                  rowKey={(row) => `${row.delivery}/${row.row}`}
                  dataSource={data.evidence}
                  scroll={{ x: 'max-content' }}
                  columns={[
                    { key: 's', title: words.source, render: (_v, row) => source(row) },
                    { key: 'd', title: words.asOf, render: (_v, row) => row.as_of },
                    { key: 'r', title: words.row, align: 'right', render: (_v, row) => row.row },
                  ]}
                />
                {data.evidence.some((row) => row.name_differs) && (
                  <Alert
                    role="note"
                    type="warning"
                    showIcon
                    style={{ marginTop: 8 }}
                    title={words.nameDiffers}
                  />
                )}
              </Panel>
              <Rectification data={data} />
            </>
          )}
        </QueryGate>
        {verb && (
          <ClueDialog
            verb={verb}
            ids={[id]}
            filters={noClueFilters}
            onClose={() => setVerb(null)}
            onDone={() => setVerb(null)}
          />
        )}
      </Page>
    </Watermark>
  )
}
