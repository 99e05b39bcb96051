import { DownloadOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import type { Import } from '@/api/contract'
import { download } from '@/api/request'
import { useMay } from '@/auth/session'
import { Count } from '@/components/amount'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'

type SentFile = Import['files'][number]

export function FilesPanel({ one }: { one: Import }) {
  const t = useT()
  const may = useMay()
  const words = t.imports
  const returned = useCommand((file: SentFile) =>
    download(`/imports/${one.id}/returned/${file.key}`, file.name),
  )
  const wrong = (one.totals?.wrong ?? 0) > 0
  return (
    <Panel
      title={words.files}
      extra={wrong && <span className="faint">{words.returnedHint}</span>}
      flush
    >
      <Table<SentFile>
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={one.files}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: words.files, dataIndex: 'name' },
          {
            title: words.rows,
            align: 'right',
            className: 'num',
            render: (_v, file) => <Count value={file.rows} />,
          },
          { title: words.encoding, dataIndex: 'encoding' },
          {
            title: t.common.digest,
            className: 'num faint',
            render: (_v, file) => <span title={file.digest}>{file.digest.slice(0, 16)}</span>,
          },
          {
            title: t.common.actions,
            render: (_v, file) =>
              wrong &&
              may('registry.import.returned') && (
                <Button
                  size="small"
                  icon={<DownloadOutlined />}
                  loading={returned.pending}
                  onClick={() => returned.run(file)}
                >
                  {words.returned}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  )
}
