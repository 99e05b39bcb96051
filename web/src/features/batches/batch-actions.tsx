import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Batch } from '@/api/contract'
import { download } from '@/api/request'
import { useMay, useMe } from '@/auth/session'
import { useT } from '@/i18n'
import { formatCount, formatMoney } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { type BatchVerb, moveBatch, reissueBatch } from './api'
import { ReturnDialog } from './return-dialog'
import { openSteps } from './steps'

export function BatchActions({ batch }: { batch: Batch }) {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const jobs = useJobs()
  const { modal } = App.useApp()
  const [returning, setReturning] = useState(false)
  const words = t.disburse.batch
  const touches = [['batches'], ['tasks'], ['ledger']]
  const move = useCommand(moveBatch, { success: t.common.done, touches })
  const file = useCommand(() =>
    download(`/batches/${batch.id}/file`, batch.file?.name ?? batch.number),
  )
  const reissue = useCommand(reissueBatch, {
    success: words.reissued,
    touches,
    onDone: () => jobs.follow(),
  })
  const own = batch.prepared_by?.id === me.id
  const steps = openSteps(batch)
  const ask = (title: string, content: string, onOk: () => void, danger = false) =>
    modal.confirm({
      title,
      content,
      okText: title,
      okButtonProps: { danger },
      cancelText: t.common.cancel,
      onOk,
    })
  const texts: Record<BatchVerb, string> = {
    approve: words.approveText(formatCount(batch.count), formatMoney(batch.amount)),
    send: words.sendText,
    discard: words.discardText,
  }
  return (
    <>
      {steps.file && may('disburse.batch.file') && (
        <Button
          icon={<DownloadOutlined />}
          loading={file.pending}
          onClick={() => file.run(undefined)}
        >
          {words.file}
        </Button>
      )}
      {steps.verbs
        .filter((verb) => may(`disburse.batch.${verb}`))
        .map((verb) => {
          const barred = own && verb === 'approve'
          return (
            <Tooltip key={verb} title={barred ? words.own : undefined}>
              <Button
                type={verb === 'approve' ? 'primary' : 'default'}
                danger={verb === 'discard'}
                disabled={barred}
                loading={move.pending}
                onClick={() =>
                  ask(words[verb], texts[verb], () => move.run({ batch, verb }), verb === 'discard')
                }
              >
                {words[verb]}
              </Button>
            </Tooltip>
          )
        })}
      {steps.return && may('disburse.return.create') && (
        <Button type="primary" icon={<UploadOutlined />} onClick={() => setReturning(true)}>
          {words.uploadReturn}
        </Button>
      )}
      {steps.reissue && may('disburse.batch.reissue') && (
        <Button
          type="primary"
          loading={reissue.pending}
          onClick={() => ask(words.reissue, words.reissueText, () => reissue.run(batch))}
        >
          {words.reissue}
        </Button>
      )}
      {returning && <ReturnDialog batch={batch} onClose={() => setReturning(false)} />}
    </>
  )
}
