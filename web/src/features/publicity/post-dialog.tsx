import { CameraOutlined } from '@ant-design/icons'
import { Button, Form, Modal, Upload } from 'antd'
import { useState } from 'react'
import { apiUrl } from '@/api/request'
import { DateField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { attach } from '@/features/cases/forms/api'
import { useT, wordFor } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { type List, post, touched } from './api'
import styles from './publicity.module.css'

/** Says since when a list hangs, with the picture that proves it. */
export function PostDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const t = useT()
  const words = t.cases.board
  const [on, setOn] = useState(today())
  const [proof, setProof] = useState<string | null>(null)
  const put = useCommand(attach, { quiet: true, onDone: (answer) => setProof(answer.file) })
  const command = useCommand(post, {
    success: t.common.done,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  const problem = put.problem ?? command.problem
  return (
    <Modal
      open
      title={words.post}
      okText={words.post}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending, disabled: list.photo && !proof }}
      onCancel={onClose}
      onOk={() => command.run({ list, on, proof })}
    >
      <p className="muted">
        {words.toPost(wordFor(words.places, list.place), list.days, list.photo)}
      </p>
      <Form layout="vertical" component="div">
        <Form.Item label={words.on} htmlFor="posting-on">
          <DateField id="posting-on" allowClear={false} value={on} onChange={setOn} />
        </Form.Item>
        <Form.Item label={words.photo} required={list.photo}>
          {proof && (
            <img className={styles.proof} src={apiUrl(`/files/${proof}`)} alt={words.photo} />
          )}
          <Upload
            accept="image/jpeg,image/png,image/webp"
            showUploadList={false}
            beforeUpload={(file) => {
              put.run({ id: list.case, purpose: 'photo', file })
              return false
            }}
          >
            <Button icon={<CameraOutlined />} loading={put.pending}>
              {proof ? words.otherPhoto : words.choosePhoto}
            </Button>
          </Upload>
        </Form.Item>
      </Form>
      {problem && <ProblemAlert problem={problem} />}
    </Modal>
  )
}
