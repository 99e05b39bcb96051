import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Descriptions, Flex, Table } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { toProblem } from '@/api/problem'
import { apiUrl, download } from '@/api/request'
import { useMay } from '@/auth/session'
import { useNotify } from '@/components/notify'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, type Tone } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { toPrinter } from '@/lib/printer'
import { useCommand } from '@/lib/use-command'
import { decideOn, type Finding, objectTo, type Report, touched, useReport } from './api'
import { ReasonDialog } from './reason-dialog'

const tones: Record<Finding['state'], Tone> = {
  nothing: 'done',
  open: 'wait',
  objected: 'bad',
  stands: 'busy',
  cleared: 'good',
}

type Doing = { one: Finding; act: 'object' | 'decide' }

function FindingDialog({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const t = useT()
  const words = t.verification
  const act = ({ reason, choice }: { reason: string; choice?: string }, key: string) =>
    doing.act === 'object'
      ? objectTo({ one: doing.one, reason }, key)
      : decideOn({ one: doing.one, reason, stands: choice === 'stands' }, key)
  const command = useCommand(act, {
    success: t.common.done,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  const object = doing.act === 'object'
  return (
    <ReasonDialog
      title={object ? words.objectTitle : words.decideTitle}
      label={object ? words.objection : words.outcome}
      text={doing.one.details}
      command={command}
      onClose={onClose}
      {...(object
        ? {}
        : {
            choices: [
              { value: 'stands', label: words.stands },
              { value: 'cleared', label: words.cleared },
            ],
          })}
    />
  )
}

function FindingActions({ one, choose }: { one: Finding; choose: (doing: Doing) => void }) {
  const t = useT()
  const may = useMay()
  const words = t.verification
  const open = one.state === 'open' || one.state === 'objected'
  const objectable = one.state === 'open' || one.state === 'stands'
  return (
    <Flex gap={6} wrap className="no-print">
      {objectable && may('verify.finding.object') && (
        <Button size="small" onClick={() => choose({ one, act: 'object' })}>
          {words.object}
        </Button>
      )}
      {open && may('verify.finding.decide') && (
        <Button size="small" onClick={() => choose({ one, act: 'decide' })}>
          {words.decide}
        </Button>
      )}
    </Flex>
  )
}

interface Row {
  key: string
  source: string
  said: 'yes' | 'none' | 'unanswered'
  line?: Finding
}

/** A row per finding, and one for each source in which there is none. */
function useRows(report: Report): Row[] {
  const word = useWord()
  return report.blocks.flatMap((block): Row[] => {
    const source = word(block)
    const found = block.lines.filter((line) => line.found)
    if (found.length === 0) {
      const said = block.answered ? 'none' : 'unanswered'
      return [{ key: block.source, source, said }]
    }
    return found.map((line) => ({ key: line.id, source, said: 'yes', line }))
  })
}

function Results({ report, choose }: { report: Report; choose: (doing: Doing) => void }) {
  const t = useT()
  const words = t.verification
  const rows = useRows(report)
  const names = new Map(report.people.map((one) => [one.person, one.name]))
  return (
    <Table<Row>
      size="small"
      pagination={false}
      rowKey="key"
      dataSource={rows}
      scroll={{ x: true }}
      columns={[
        { key: 's', title: words.source, render: (_v, row) => row.source },
        {
          key: 'f',
          title: words.found,
          render: (_v, row) => (
            <Status tone={row.said === 'yes' ? 'wait' : 'done'}>{words[row.said]}</Status>
          ),
        },
        {
          key: 'n',
          title: words.name,
          render: (_v, row) => names.get(row.line?.person ?? '') ?? '',
        },
        {
          key: 'd',
          title: words.details,
          render: (_v, row) => (
            <>
              <div style={{ overflowWrap: 'anywhere', minWidth: 140 }}>{row.line?.details}</div>
              {row.line?.objection && (
                <div className="muted">
                  {words.objection}：{row.line.objection}
                </div>
              )}
              {row.line?.outcome && (
                <div className="muted">
                  {words.outcome}：{row.line.outcome}
                </div>
              )}
            </>
          ),
        },
        {
          key: 't',
          title: words.state,
          render: (_v, row) =>
            row.line && (
              <>
                <Status tone={tones[row.line.state]}>
                  {wordFor(words.states, row.line.state)}
                </Status>
                <FindingActions one={row.line} choose={choose} />
              </>
            ),
        },
      ]}
    />
  )
}

function People({ report }: { report: Report }) {
  const t = useT()
  const words = t.verification
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="person"
      dataSource={report.people}
      scroll={{ x: true }}
      columns={[
        { key: 'n', title: words.name, render: (_v, one) => one.name },
        { key: 'i', title: words.idNumber, className: 'num', render: (_v, one) => one.id_number },
        {
          key: 'c',
          title: words.capacity,
          render: (_v, one) => wordFor(words.capacities, one.capacity),
        },
        {
          key: 'f',
          title: words.found,
          render: (_v, one) => (one.found > 0 ? words.count(one.found) : words.none),
        },
      ]}
    />
  )
}

/** A household's verification report: who was verified, and a block per source. */
export default function ReportPage() {
  const t = useT()
  const word = useWord()
  const notify = useNotify()
  const words = t.verification
  const { id = '' } = useParams()
  const query = useReport(id)
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = query.data
  const failed = (error: unknown) => notify.problem(toProblem(error))
  return (
    <Page
      title={words.report}
      note={words.confidential}
      crumbs={[
        { title: words.title, to: '/verification' },
        { title: found?.request.number ?? words.report },
      ]}
      actions={
        found && (
          <Flex gap={8} wrap>
            <Button
              icon={<PrinterOutlined />}
              onClick={() =>
                void toPrinter(apiUrl(`/verification/reports/${id}/paper`)).catch(failed)
              }
            >
              {words.print}
            </Button>
            <Button
              onClick={() =>
                void download(`/verification/reports/${id}/paper`, 'report.docx', {
                  format: 'docx',
                }).catch(failed)
              }
            >
              {words.word}
            </Button>
          </Flex>
        )
      }
    >
      <QueryGate query={query}>
        {(report) => (
          <>
            <Alert role="note" type="info" showIcon title={words.clue} />
            <Panel>
              <Descriptions
                size="small"
                column={{ xs: 1, md: 2, xl: 3 }}
                items={[
                  { key: 'n', label: words.number, children: report.request.number },
                  { key: 'r', label: words.reportNumber, children: report.number },
                  { key: 'd', label: words.reportedOn, children: report.reported_on },
                  {
                    key: 'p',
                    label: words.programme,
                    children: word({ zh: report.programme_zh, en: report.programme_en }),
                  },
                  {
                    key: 'u',
                    label: words.purpose,
                    children: wordFor(words.purposes, report.request.purpose),
                  },
                  {
                    key: 'v',
                    label: t.common.division,
                    children: report.request.division.full_name,
                  },
                ]}
              />
            </Panel>
            <Panel title={words.people}>
              <People report={report} />
              {report.request.without_number > 0 && (
                <p className="muted">{words.without(report.request.without_number)}</p>
              )}
            </Panel>
            <Panel title={words.blocks}>
              <Results report={report} choose={setDoing} />
            </Panel>
            {doing && <FindingDialog doing={doing} onClose={() => setDoing(null)} />}
          </>
        )}
      </QueryGate>
    </Page>
  )
}
