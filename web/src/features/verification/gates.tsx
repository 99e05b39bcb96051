import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Flex, Progress, Table } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useT, wordFor } from '@/i18n'

type Gate = components['schemas']['CaseGate']

/** Whole hundredths, rounded down: 100% stands only where nothing is left. */
function rate(gate: Gate): number | null {
  return gate.due === 0 ? null : Math.floor((gate.done * 100) / gate.due)
}

function Left({ gate, onClose }: { gate: Gate; onClose: () => void }) {
  const t = useT()
  const words = t.verification.gates
  return (
    <Drawer
      open
      size="large"
      title={`${wordFor(words.kinds, gate.kind)} · ${words.left}`}
      onClose={onClose}
    >
      <Table
        size="small"
        rowKey="id"
        dataSource={gate.left}
        scroll={{ x: true }}
        columns={[
          {
            key: 'n',
            title: t.verification.caseNumber,
            className: 'num',
            render: (_v, one) => (
              <Link to={`/cases/${one.id}`}>{one.number ?? t.cases.unnumbered}</Link>
            ),
          },
          { key: 'd', title: t.common.division, render: (_v, one) => one.division.full_name },
          { key: 'a', title: t.cases.accepted, className: 'num', dataIndex: 'accepted_on' },
        ]}
      />
    </Drawer>
  )
}

/** The four that have to be complete, with what was due, what was done, and which were not. */
export function GatesPanel() {
  const t = useT()
  const words = t.verification.gates
  const [span, setSpan] = useState<[Dayjs, Dayjs]>([dayjs().startOf('year'), dayjs()])
  const [open, setOpen] = useState<Gate | null>(null)
  const from = span[0].format('YYYY-MM-DD')
  const to = span[1].format('YYYY-MM-DD')
  const query = useQuery({
    queryKey: ['verification', 'gates', from, to],
    queryFn: ({ signal }) => call('decide.case.gates', { query: { from, to }, signal }),
  })
  return (
    <Panel
      title={words.title}
      extra={
        <DatePicker.RangePicker
          size="small"
          aria-label={words.title}
          value={span}
          allowClear={false}
          onChange={(chosen) => {
            if (chosen?.[0] && chosen[1]) setSpan([chosen[0], chosen[1]])
          }}
        />
      }
    >
      <p className="muted">{words.note}</p>
      <QueryGate query={query}>
        {(found) => (
          <>
            <p>{words.decided(found.decided)}</p>
            <Flex gap={16} wrap>
              {found.gates.map((gate) => {
                const percent = rate(gate)
                return (
                  <div key={gate.kind} style={{ flex: '1 1 180px' }}>
                    <strong>{wordFor(words.kinds, gate.kind)}</strong>
                    <Progress
                      percent={percent ?? 0}
                      status={percent === 100 ? 'success' : 'normal'}
                      format={() => (percent === null ? '—' : `${percent}%`)}
                      aria-label={wordFor(words.kinds, gate.kind)}
                    />
                    <span className="muted num">
                      {percent === null ? words.notDue : `${gate.done} / ${gate.due}`}
                    </span>
                    {gate.done < gate.due && (
                      <Button size="small" type="link" onClick={() => setOpen(gate)}>
                        {words.left} {gate.due - gate.done}
                      </Button>
                    )}
                  </div>
                )
              })}
            </Flex>
          </>
        )}
      </QueryGate>
      {open && <Left gate={open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}
