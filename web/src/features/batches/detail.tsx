import { Steps } from 'antd'
import { useParams } from 'react-router'
import type { Batch } from '@/api/contract'
import { Amount, Count, useAmountTitle } from '@/components/amount'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status, toneOf } from '@/components/status'
import { Watermark } from '@/components/watermark'
import roll from '@/features/rolls/roll.module.css'
import { useT, useWord, wordFor } from '@/i18n'
import { useBatch } from './api'
import { BatchActions } from './batch-actions'
import { PaymentsPanel } from './payments-panel'

const order = ['draft', 'approved', 'sent', 'returned', 'settled']

function Summary({ batch }: { batch: Batch }) {
  const t = useT()
  const word = useWord()
  const amountTitle = useAmountTitle()
  const words = t.disburse.batch
  return (
    <section className={`panel ${roll.summary}`}>
      <div>
        <span>{words.count}</span>
        <b>
          <Count value={batch.count} />
        </b>
      </div>
      <div>
        <span>{amountTitle()}</span>
        <b>
          <Amount value={batch.amount} />
        </b>
      </div>
      <div>
        <span>{words.paid}</span>
        <b className={roll.small}>
          <Count value={batch.paid.count} />
        </b>
        <Amount value={batch.paid.amount} />
      </div>
      <div>
        <span>{words.rejected}</span>
        <b className={roll.small}>
          <Count value={batch.rejected.count} />
        </b>
        <Amount value={batch.rejected.amount} />
      </div>
      <div>
        <span>{words.bank}</span>
        <b className={roll.small} style={{ fontSize: 15 }}>
          {word(batch.bank)}
        </b>
        <span className="muted">{t.common.list(batch.programmes.map(word))}</span>
      </div>
    </section>
  )
}

export default function BatchPage() {
  const t = useT()
  const { id = '' } = useParams()
  const query = useBatch(id)
  const words = t.disburse.batch
  const batch = query.data
  return (
    <Watermark>
      <Page
        title={
          batch ? (
            <>
              <span className="num">{batch.number}</span>{' '}
              <span style={{ fontSize: 14 }}>
                <Status tone={toneOf(batch.status)}>{wordFor(words.statuses, batch.status)}</Status>
              </span>
            </>
          ) : (
            words.title
          )
        }
        crumbs={[{ title: words.title, to: '/batches' }, { title: batch?.number ?? '' }]}
        actions={batch && <BatchActions batch={batch} />}
      >
        <QueryGate query={query}>
          {(one) => (
            <>
              <Summary batch={one} />
              <Panel>
                <Steps
                  size="small"
                  current={one.status === 'settled' ? 5 : order.indexOf(one.status)}
                  items={order.map((status) => ({
                    title: wordFor(words.steps, status),
                    content:
                      status === 'draft'
                        ? one.prepared_by?.name
                        : status === 'approved'
                          ? one.approved_by?.name
                          : undefined,
                  }))}
                />
                {one.file && (
                  <p className="faint" style={{ margin: '10px 0 0', overflowWrap: 'anywhere' }}>
                    {one.file.name} · {words.digest} <code>{one.file.digest}</code>
                  </p>
                )}
              </Panel>
              <PaymentsPanel batch={one} />
            </>
          )}
        </QueryGate>
      </Page>
    </Watermark>
  )
}
