import { Button, Descriptions, Empty, Flex, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Award, HouseholdFile } from '@/api/contract'
import { useMay } from '@/auth/session'
import { Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { OneOffDialog } from '@/features/decisions/one-off-dialog'
import { ProposeButtons } from '@/features/decisions/propose-buttons'
import { StartDialog } from '@/features/decisions/start-dialog'
import { useT, useWord, wordFor } from '@/i18n'
import { useAwards } from './api'
import { useFactLine } from './facts'
import styles from './household.module.css'

function AwardCard({ award, household }: { award: Award; household: string }) {
  const t = useT()
  const word = useWord()
  const line = useFactLine()
  const words = t.households.awards
  return (
    <div className={styles.award}>
      <Panel
        title={
          <Flex gap={14} align="center" wrap>
            {word(award.programme)}
            {award.class && <span>{award.class}</span>}
            <Status tone={toneOf(award.status)}>{wordFor(words.statuses, award.status)}</Status>
          </Flex>
        }
        extra={<ProposeButtons award={award} household={household} />}
        flush
      >
        <Descriptions
          size="small"
          column={{ xs: 1, md: 3 }}
          style={{ padding: '12px 16px' }}
          items={[
            {
              key: 'n',
              label: words.number,
              children: <span className="num">{award.number}</span>,
            },
            {
              key: 'p',
              label: t.common.month,
              children: t.common.period(award.from_month, award.to_month),
            },
            {
              key: 'm',
              label: words.members,
              children: t.common.list(award.members.map((one) => one.name)),
            },
          ]}
        />
        <Table
          size="small"
          rowKey="from_month"
          dataSource={award.terms}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: words.terms,
              className: 'num',
              render: (_v, term) => t.common.period(term.from_month, term.to_month),
            },
            {
              title: t.households.file.facts,
              render: (_v, term) => line(term.facts),
            },
            {
              title: words.decision,
              render: (_v, term) => (
                <Link to={`/decisions/${term.decision_id}`}>{t.common.details}</Link>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  )
}

function Proposals({ household }: { household: HouseholdFile }) {
  const t = useT()
  const may = useMay()
  const [open, setOpen] = useState<'start' | 'one-off' | null>(null)
  const close = () => setOpen(null)
  return (
    <Flex gap={8} justify="end" style={{ marginBottom: 12 }}>
      {may('decide.start.propose') && (
        <Button onClick={() => setOpen('start')}>{t.decisions.propose.start}</Button>
      )}
      {may('decide.one_off.propose') && (
        <Button onClick={() => setOpen('one-off')}>{t.decisions.propose.oneOff}</Button>
      )}
      {open === 'start' && <StartDialog household={household} onClose={close} />}
      {open === 'one-off' && <OneOffDialog household={household.id} onClose={close} />}
    </Flex>
  )
}

export function AwardsTab({ household }: { household: HouseholdFile }) {
  const t = useT()
  const query = useAwards(household.id)
  return (
    <div className={styles.tab}>
      <Proposals household={household} />
      <QueryGate query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.households.awards.none} />
          ) : (
            items.map((award) => (
              <AwardCard key={award.id} award={award} household={household.id} />
            ))
          )
        }
      </QueryGate>
    </div>
  )
}
