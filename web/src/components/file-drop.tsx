import { DeleteOutlined, FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Flex, Upload } from 'antd'
import { useT } from '@/i18n'
import { formatCount } from '@/lib/money'
import styles from './file-drop.module.css'

interface FileDropProps {
  accept: string
  hint: string
  note?: string
  file: File | undefined
  onFile: (file: File | undefined) => void
}

/** One file by drop, mouse or keyboard; it is sent only when the page says so. */
export function FileDrop({ accept, hint, note, file, onFile }: FileDropProps) {
  const t = useT()
  if (file) {
    return (
      <Flex className="panel" align="center" gap={10} style={{ padding: '14px 16px' }}>
        <FileExcelOutlined style={{ fontSize: 20, color: 'var(--green)' }} />
        <span style={{ flex: 1, overflowWrap: 'anywhere' }}>
          {file.name}{' '}
          <span className="faint num">
            {formatCount(Math.max(1, Math.round(file.size / 1024)))} KB
          </span>
        </span>
        <Button
          size="small"
          type="text"
          aria-label={t.common.cancel}
          icon={<DeleteOutlined />}
          onClick={() => onFile(undefined)}
        />
      </Flex>
    )
  }
  return (
    <Upload.Dragger
      className={styles.drop}
      accept={accept}
      multiple={false}
      showUploadList={false}
      beforeUpload={(chosen) => {
        onFile(chosen)
        return false
      }}
    >
      <InboxOutlined style={{ fontSize: 28, color: 'var(--primary)' }} />
      <p style={{ margin: '4px 0' }}>{hint}</p>
      {note && (
        <p className="faint" style={{ margin: 0, padding: '0 12px', fontSize: 13 }}>
          {note}
        </p>
      )}
    </Upload.Dragger>
  )
}
