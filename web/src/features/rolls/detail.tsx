import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Spin, Tabs } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { download } from '@/api/request'
import { useMay } from '@/auth/session'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useRoll } from './api'
import { ByComponent } from './by-component'
import { ByDivision } from './by-division'
import { ChangesTab } from './changes-tab'
import { LinesTab } from './lines-tab'
import { RollActions } from './roll-actions'
import { RollSteps } from './roll-steps'
import { RollSummary } from './roll-summary'

export default function RollPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const query = useRoll(id)
  const roll = query.data
  const words = t.disburse.roll
  const file = useCommand(() => download(`/rolls/${id}/file`, `${roll?.month ?? ''}.xlsx`))
  return (
    <Watermark>
      <Page
        title={
          roll ? (
            <>
              {words.title(roll.month, word(roll.programme))}{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={toneOf(roll.status)}>
                  {wordFor(t.disburse.statuses, roll.status)}
                </Status>
              </span>
            </>
          ) : (
            t.disburse.board.title
          )
        }
        crumbs={[
          { title: t.disburse.board.title, to: '/rolls' },
          { title: roll ? words.title(roll.month, word(roll.programme)) : '' },
        ]}
        actions={
          roll && (
            <>
              {may('disburse.roll.file') && roll.status !== 'computing' && (
                <Button
                  icon={<DownloadOutlined />}
                  loading={file.pending}
                  onClick={() => file.run(undefined)}
                >
                  {words.file}
                </Button>
              )}
              <RollActions roll={roll} />
            </>
          )
        }
      >
        <QueryGate query={query}>
          {(one) =>
            one.status === 'computing' ? (
              <Panel>
                <Spin /> {t.disburse.statuses.computing} · {t.disburse.board.prepareText}
              </Panel>
            ) : (
              <>
                {one.unresolved > 0 && (
                  <Alert
                    role="note"
                    type="warning"
                    showIcon
                    title={words.unresolved(one.unresolved)}
                  />
                )}
                <RollSummary roll={one} />
                <RollSteps roll={one} />
                <Tabs
                  className="panel"
                  tabBarStyle={{ padding: '0 16px', marginBottom: 0 }}
                  activeKey={params.get('tab') ?? 'division'}
                  onChange={(tab) => setParams({ tab }, { replace: true })}
                  items={[
                    {
                      key: 'division',
                      label: words.byDivision,
                      children: <ByDivision roll={one} />,
                    },
                    {
                      key: 'component',
                      label: words.byComponent,
                      children: <ByComponent roll={one} />,
                    },
                    { key: 'changes', label: words.changes, children: <ChangesTab roll={one} /> },
                    { key: 'lines', label: words.lines, children: <LinesTab roll={one} /> },
                  ]}
                />
              </>
            )
          }
        </QueryGate>
      </Page>
    </Watermark>
  )
}
