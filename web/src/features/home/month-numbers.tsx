import { Empty, Table } from 'antd'
import type { HomeProgramme } from '@/api/contract'
import { Amount, AmountChange, Count, CountChange, useAmountTitle } from '@/components/amount'
import { Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord } from '@/i18n'
import { useHome } from './api'
import styles from './home.module.css'

/** The month by programme: 户 and 人 side by side, the money, and each against last month. */
export function MonthNumbers({ month }: { month: string | undefined }) {
  const t = useT()
  const word = useWord()
  const amountTitle = useAmountTitle()
  const query = useHome(month, true)
  const num = { align: 'right' as const, className: 'num' }
  return (
    <QueryGate query={query}>
      {(home) => (
        <Panel title={t.home.numbers(home.month)} flush>
          {home.programmes.length === 0 ? (
            <Empty className={styles.none} description={t.home.noNumbers} />
          ) : (
            <>
              <dl className={styles.heads}>
                <div>
                  <dt>{t.common.households}</dt>
                  <dd>
                    <Count value={home.total.households} />
                    <CountChange
                      now={home.total.households}
                      before={home.total.previous?.households}
                    />
                  </dd>
                </div>
                <div>
                  <dt>{t.common.persons}</dt>
                  <dd>
                    <Count value={home.total.persons} />
                    <CountChange now={home.total.persons} before={home.total.previous?.persons} />
                  </dd>
                </div>
                <div>
                  <dt>{amountTitle()}</dt>
                  <dd>
                    <Amount value={home.total.amount} />
                    <AmountChange now={home.total.amount} before={home.total.previous?.amount} />
                  </dd>
                </div>
              </dl>
              <Table<HomeProgramme>
                size="small"
                rowKey="key"
                pagination={false}
                dataSource={home.programmes}
                scroll={{ x: 'max-content' }}
                columns={[
                  {
                    title: t.common.programme,
                    width: 190,
                    className: styles.programme,
                    render: (_v, row) => word(row),
                  },
                  {
                    ...num,
                    title: t.common.households,
                    render: (_v, row) => <Count value={row.households} />,
                  },
                  {
                    ...num,
                    title: t.common.changed,
                    render: (_v, row) => (
                      <CountChange now={row.households} before={row.previous?.households} />
                    ),
                  },
                  {
                    ...num,
                    title: t.common.persons,
                    render: (_v, row) => <Count value={row.persons} />,
                  },
                  {
                    ...num,
                    title: t.common.changed,
                    render: (_v, row) => (
                      <CountChange now={row.persons} before={row.previous?.persons} />
                    ),
                  },
                  {
                    ...num,
                    title: amountTitle(),
                    render: (_v, row) => <Amount value={row.amount} />,
                  },
                  {
                    ...num,
                    title: t.common.changed,
                    render: (_v, row) => (
                      <AmountChange now={row.amount} before={row.previous?.amount} />
                    ),
                  },
                ]}
              />
              <p className={`faint ${styles.note}`}>{t.home.heads}</p>
            </>
          )}
        </Panel>
      )}
    </QueryGate>
  )
}
