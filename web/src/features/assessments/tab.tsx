import { CalculatorOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Empty, Flex, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Assessment, AssessmentBrief } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Amount } from '@/components/amount'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import householdStyles from '@/features/household/household.module.css'
import { useT } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { assess, assessmentsKey, useAssessment, useAssessments } from './api'
import { DueList } from './due'
import { worthTelling } from './names'
import { ResultRow } from './result'
import { Todo } from './todo'

function Latest({ assessment }: { assessment: Assessment }) {
  const t = useT()
  const words = t.assess
  const told = worthTelling(assessment)
  const rest = assessment.results.length - told.length
  return (
    <>
      <Panel title={words.dueTitle}>
        <DueList assessment={assessment} />
      </Panel>
      <Todo assessment={assessment} />
      <div style={{ height: 12 }} />
      <Panel
        title={`${words.title} · ${assessment.as_of}`}
        extra={
          <Link to={`/assessments/${assessment.id}`}>
            <PrinterOutlined /> {words.open}
          </Link>
        }
        flush
      >
        {told.map((one) => (
          <ResultRow
            key={`${one.programme.key}.${one.member ?? ''}.${one.single}`}
            assessment={assessment}
            result={one}
          />
        ))}
        {rest > 0 && (
          <p className="faint" style={{ padding: '0 16px' }}>
            {words.notApplicable(rest)}
          </p>
        )}
      </Panel>
    </>
  )
}

function History({
  items,
  chosen,
  onChoose,
}: {
  items: AssessmentBrief[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const t = useT()
  const words = t.assess
  return (
    <Panel title={words.history} flush>
      <Table<AssessmentBrief>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={items}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: words.asOf,
            className: 'num',
            render: (_v, one) => (
              <Button
                type="link"
                size="small"
                style={{ paddingInline: 0, fontWeight: one.id === chosen ? 600 : 400 }}
                onClick={() => onChoose(one.id)}
              >
                {one.as_of}
              </Button>
            ),
          },
          { title: words.madeAt, className: 'num', render: (_v, one) => formatTime(one.made_at) },
          { title: words.madeBy, render: (_v, one) => one.made_by.name },
          { title: words.qualifies, render: (_v, one) => words.programmes(one.qualifies) },
          { title: words.unknown, render: (_v, one) => words.programmes(one.unknown) },
          { title: words.claims, render: (_v, one) => words.programmes(one.claims) },
          {
            title: words.monthly,
            align: 'right',
            render: (_v, one) => (one.monthly ? <Amount value={one.monthly} exact /> : '—'),
          },
          { title: words.release, render: (_v, one) => one.release.version },
        ]}
      />
    </Panel>
  )
}

/** What the family qualifies for: the latest assessment, those before, and a new one. */
export function AssessmentTab({ household, asOf }: { household: string; asOf: string }) {
  const t = useT()
  const may = useMay()
  const words = t.assess
  const [chosen, setChosen] = useState<string>()
  const list = useAssessments(household, 1, 20)
  const shown = chosen ?? list.data?.items[0]?.id
  const query = useAssessment(shown)
  const command = useCommand((day: string, key) => assess(household, day, key), {
    success: words.made,
    touches: [assessmentsKey(household)],
    quiet: true,
    onDone: (made) => setChosen(made.id),
  })
  return (
    <div className={householdStyles.tab}>
      {may('decide.assessment.create') && (
        <Flex gap={12} align="center" justify="end" wrap style={{ marginBottom: 12 }}>
          <span className="muted">
            {words.asOf} {asOf || words.asOfToday}
          </span>
          <Button
            type="primary"
            icon={<CalculatorOutlined />}
            loading={command.pending}
            onClick={() => command.run(asOf)}
          >
            {words.make}
          </Button>
        </Flex>
      )}
      {command.problem && <ProblemAlert problem={command.problem} />}
      <QueryGate query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  {words.none}
                  <br />
                  <span className="faint">{words.noneHint}</span>
                </>
              }
            />
          ) : (
            <>
              <QueryGate query={query}>{(one) => <Latest assessment={one} />}</QueryGate>
              <div style={{ height: 12 }} />
              <History items={items} chosen={shown} onChoose={setChosen} />
            </>
          )
        }
      </QueryGate>
    </div>
  )
}
