import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Batch } from '@/api/contract'
import { download } from '@/api/request'
import { useMay, useMe } from '@/auth/session'
import { OpinionDialog } from '@/components/opinion-dialog'
import { useT } from '@/i18n'
import { formatCount, formatMoney } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { approveBatch, reissueBatch } from './api'
import { ReturnDialog } from './return-dialog'

export function BatchActions({ batch }: { batch: Batch }) {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const jobs = useJobs()
  const { modal } = App.useApp()
  const [dialog, setDialog] = useState<'approve' | 'return' | null>(null)
  const words = t.disburse.batch
  const touches = [['batches'], ['tasks'], ['ledger']]
  const approve = useCommand(approveBatch, {
    success: t.common.done,
    touches,
    quiet: true,
    onDone: () => setDialog(null),
  })
  const file = useCommand(() =>
    download(`/batches/${batch.id}/file`, batch.file?.name ?? batch.number),
  )
  const reissue = useCommand(reissueBatch, {
    success: words.reissued,
    touches,
    onDone: () => jobs.follow(),
  })
  const own = batch.prepared_by?.id === me.id
  const out = batch.status !== 'draft'
  return (
    <>
      {batch.status === 'draft' && may('disburse.batch.approve') && (
        <Tooltip title={own ? words.own : undefined}>
          <Button type="primary" disabled={own} onClick={() => setDialog('approve')}>
            {words.approve}
          </Button>
        </Tooltip>
      )}
      {out && may('disburse.batch.file') && (
        <Button
          icon={<DownloadOutlined />}
          loading={file.pending}
          onClick={() => file.run(undefined)}
        >
          {words.file}
        </Button>
      )}
      {(batch.status === 'approved' || batch.status === 'sent') &&
        may('disburse.return.create') && (
          <Button type="primary" icon={<UploadOutlined />} onClick={() => setDialog('return')}>
            {words.uploadReturn}
          </Button>
        )}
      {batch.status === 'returned' && batch.rejected.count > 0 && may('disburse.batch.reissue') && (
        <Button
          type="primary"
          loading={reissue.pending}
          onClick={() =>
            modal.confirm({
              title: words.reissue,
              content: words.reissueText,
              okText: words.reissue,
              cancelText: t.common.cancel,
              onOk: () => reissue.run(batch),
            })
          }
        >
          {words.reissue}
        </Button>
      )}
      {dialog === 'approve' && (
        <OpinionDialog
          title={words.approve}
          text={words.approveText(formatCount(batch.count), formatMoney(batch.amount))}
          phrases={t.disburse.roll.approvePhrases}
          pending={approve.pending}
          problem={approve.problem}
          onCancel={() => {
            approve.clear()
            setDialog(null)
          }}
          onSubmit={(opinion) => approve.run({ batch, opinion })}
        />
      )}
      {dialog === 'return' && <ReturnDialog batch={batch} onClose={() => setDialog(null)} />}
    </>
  )
}
