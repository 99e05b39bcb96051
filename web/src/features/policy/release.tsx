import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Flex, Table } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '@/api/client'
import type { ReleaseDetail } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { useSpeech, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { DecideRelease } from './decide-release'
import { ProposeRelease } from './propose-release'
import { Standing } from './standing'

type Check = ReleaseDetail['checks'][number]
type Value = NonNullable<ReleaseDetail['paper']>['changes'][number]

function Paper({ release }: { release: ReleaseDetail }) {
  const { t, language } = useSpeech()
  const words = t.policy.releases
  const { paper } = release
  if (!paper) return null
  return (
    <Panel title={words.paper}>
      <p style={{ marginTop: 0 }}>
        《{paper.title}》 {paper.cite} · {words.paperPlace} {paper.place.full_name}
      </p>
      <Table<Value>
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: 640 }}
        dataSource={paper.changes}
        columns={[
          {
            title: words.changes,
            render: (_v, one) => (language === 'zh' ? one.name : one.en || one.name),
          },
          { title: words.before, render: (_v, one) => one.before ?? '—' },
          { title: words.after, render: (_v, one) => <b>{one.after}</b> },
          {
            title: t.policy.parameters.unit,
            className: 'nowrap',
            render: (_v, one) => wordFor(t.common.units, one.unit),
          },
          {
            title: words.citeBefore,
            render: (_v, one) => <div className="muted cite">{one.cite_before}</div>,
          },
        ]}
      />
    </Panel>
  )
}

/** What the county raised and would lose with this release: the second person must know it. */
function TakesBack({ release }: { release: ReleaseDetail }) {
  const words = useSpeech().t.policy.releases
  if (release.takes_back.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={words.takesBack}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {release.takes_back.map((one) => (
            <li key={`${one.version}${one.cite}`}>
              {words.takenBack(one.title, one.cite, one.from, one.version)}
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Checks({ release }: { release: ReleaseDetail }) {
  const { t, language } = useSpeech()
  const words = t.policy.releases
  const good = (one: Check) => one.failed === 0 && one.faults === 0
  const last = release.checks[0]
  return (
    <Panel title={words.checks}>
      <Table<Check>
        size="small"
        rowKey={(one) => `${one.at}${one.by.id}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={release.checks}
        expandable={{
          rowExpandable: (one) => one.problems.length > 0,
          expandedRowRender: (one) => (
            <ul>
              {one.problems.map((fault) => (
                <li key={`${fault.place}${fault.zh}`}>
                  <span className="num faint">{fault.place}</span>{' '}
                  {language === 'zh' ? fault.zh : fault.en}
                </li>
              ))}
            </ul>
          ),
        }}
        columns={[
          { title: words.checkedAt, className: 'num', render: (_v, one) => formatTime(one.at) },
          { title: words.checkedBy, render: (_v, one) => one.by.name },
          { title: words.tests, align: 'right', dataIndex: 'tests' },
          { title: words.failed, align: 'right', dataIndex: 'failed' },
          { title: words.faultCount, align: 'right', dataIndex: 'faults' },
          {
            title: t.common.status,
            render: (_v, one) => (
              <Status tone={good(one) ? 'good' : 'bad'}>
                {good(one) ? words.passed : words.failed}
              </Status>
            ),
          },
        ]}
      />
      {last && last.overtaken.length > 0 && (
        <details style={{ marginTop: 12 }}>
          <summary>
            {words.overtaken} ({last.overtaken.length})
          </summary>
          <ul>
            {last.overtaken.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function Facts({ release }: { release: ReleaseDetail }) {
  const { t } = useSpeech()
  const words = t.policy.releases
  return (
    <Panel>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'status',
            label: t.common.status,
            children: <Standing release={release} />,
          },
          { key: 'from', label: words.from, children: release.from },
          {
            key: 'by',
            label: words.proposedBy,
            children: `${release.proposed_by.name} ${formatTime(release.created_at)}`,
          },
          {
            key: 'decided',
            label: words.approvedBy,
            children: release.approved_by
              ? `${release.approved_by.name} ${release.decided_at ? formatTime(release.decided_at) : ''}`
              : '—',
          },
          {
            key: 'digest',
            label: t.common.digest,
            children: (
              <span className="num" style={{ whiteSpace: 'normal', wordBreak: 'break-all' }}>
                {release.digest}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** A release: who and when, what it rests on, what its checks said, and the way back to it. */
export default function ReleasePage() {
  const { t } = useSpeech()
  const { id = '' } = useParams()
  const may = useMay()
  const jobs = useJobs()
  const words = t.policy.releases
  const [again, setAgain] = useState(false)
  const query = useQuery({
    queryKey: ['releases', id],
    queryFn: ({ signal }) => call('policy.release.get', { path: { id }, signal }),
  })
  const check = useCommand((_: null, key) => call('policy.release.check', { path: { id }, key }), {
    success: words.checkStarted,
    touches: [['jobs'], ['releases']],
    onDone: () => jobs.show(),
  })
  return (
    <QueryGate query={query}>
      {(release) => (
        <Page
          title={words.one(release.version)}
          crumbs={[
            { title: t.shell.menu.policy },
            { title: words.title, to: '/releases' },
            { title: words.one(release.version) },
          ]}
          actions={
            <Flex gap={8} wrap>
              {may('decide.simulation.run') && release.status === 'proposed' && (
                <Link to={`/simulate?release=${release.id}&on=${release.from}`}>
                  <Button>{words.simulate}</Button>
                </Link>
              )}
              <DecideRelease release={release} />
              {may('policy.release.check') && (
                <Button loading={check.pending} onClick={() => check.run(null)}>
                  {words.check}
                </Button>
              )}
              {may('policy.release.propose') && release.status === 'superseded' && (
                <Button type="primary" onClick={() => setAgain(true)}>
                  {words.again}
                </Button>
              )}
            </Flex>
          }
        >
          <TakesBack release={release} />
          <Facts release={release} />
          <Paper release={release} />
          <Checks release={release} />
          {again && <ProposeRelease again={release.id} onClose={() => setAgain(false)} />}
        </Page>
      )}
    </QueryGate>
  )
}
