import { CameraOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Upload } from 'antd'
import { useState } from 'react'
import { apiUrl } from '@/api/request'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { Status } from '@/components/status'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { notePaper } from './api'
import { attach } from './forms/api'
import styles from './forms/forms.module.css'

type Case = components['schemas']['Case']
type Paper = components['schemas']['CasePaper']
type File = components['schemas']['CaseFile']

const tones = { given: 'good', promised: 'wait', waived: 'plain' } as const

function Picture({ file, label }: { file: File; label: string }) {
  const address = apiUrl(`/files/${file.file}`)
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label={label}>
      {file.media === 'application/pdf' ? (
        <FilePdfOutlined style={{ fontSize: 40 }} />
      ) : (
        <img className={styles.photo} src={address} alt={label} loading="lazy" />
      )}
    </a>
  )
}

/** A paper need not be brought: what another register shows, or was promised in writing. */
function WaiveDialog({
  one,
  paper,
  onCase,
  onClose,
}: {
  one: Case
  paper: Paper
  onCase: (one: Case) => void
  onClose: () => void
}) {
  const t = useT()
  const word = useWord()
  const [form] = Form.useForm<{ reason: string }>()
  const command = useCommand(notePaper, {
    touches: [['cases', 'list']],
    quiet: true,
    onDone: (answer) => {
      onCase(answer)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t.forms.waiveTitle(word(paper))}
      okText={t.forms.waive}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{t.forms.waiveNote}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) =>
          command.run({
            id: one.id,
            seen: one.seen,
            paper: paper.paper,
            subject: paper.subject ?? null,
            state: 'waived',
            reason: reason.trim(),
          })
        }
      >
        <Form.Item
          name="reason"
          label={t.common.reason}
          rules={[{ required: true, whitespace: true, message: t.common.required }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={200} placeholder={t.forms.waiveHint} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** Papers with their pictures: noted with one key, photographed or uploaded, or promised. */
export function PapersPanel({ one, onCase }: { one: Case; onCase: (one: Case) => void }) {
  const t = useT()
  const word = useWord()
  const note = useCommand(notePaper, { touches: [['cases', 'list']], onDone: onCase })
  const put = useCommand(attach, {
    success: t.forms.uploaded,
    onDone: (answer) => onCase(answer.case),
  })
  const name = (subject?: string | null) =>
    one.parties.find((party) => party.person === subject)?.name ?? ''
  const open = one.status === 'open'
  const [waiving, setWaiving] = useState<Paper | null>(null)
  // A picture of a paper that each member brings, sent in without saying whose, stands with the photos.
  const placed = (file: File) =>
    one.papers.some(
      (paper) => file.paper === paper.paper && (file.subject ?? null) === (paper.subject ?? null),
    )
  const photos = one.files.filter((file) => file.purpose !== 'signature' && !placed(file))
  const label = (file: File) => {
    const paper = one.papers.find((known) => known.paper === file.paper)
    return paper ? word(paper) : t.forms.photoOf(file.by.name)
  }
  if (one.papers.length === 0 && photos.length === 0 && !open) return null
  const upload = (paper?: string, subject?: string | null) => (
    <Upload
      accept="image/jpeg,image/png,image/webp,application/pdf"
      showUploadList={false}
      beforeUpload={(file) => {
        put.run({ id: one.id, purpose: paper ? 'paper' : 'photo', file, paper, subject })
        return false
      }}
    >
      <Button size="small" icon={<CameraOutlined />} loading={put.pending}>
        {t.forms.photo}
      </Button>
    </Upload>
  )
  return (
    <Panel title={t.forms.papers} extra={open && upload()}>
      {one.papers.length === 0 && photos.length === 0 && (
        <p className="muted">{t.forms.noPapers}</p>
      )}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 }}>
        {one.papers.map((paper) => {
          const pictures = one.files.filter(
            (file) =>
              file.paper === paper.paper && (file.subject ?? null) === (paper.subject ?? null),
          )
          const said = (state: 'given' | 'promised') =>
            note.run({
              id: one.id,
              seen: one.seen,
              paper: paper.paper,
              subject: paper.subject ?? null,
              state,
            })
          return (
            <li key={`${paper.paper}/${paper.subject ?? ''}`}>
              <div className={styles.paper}>
                <span>
                  {word(paper)} {name(paper.subject)}
                </span>
                {paper.state && (
                  <Status tone={tones[paper.state as keyof typeof tones] ?? 'plain'}>
                    {t.forms.paperStates[paper.state as keyof typeof tones]}
                  </Status>
                )}
                {open && paper.state !== 'given' && (
                  <Button size="small" loading={note.pending} onClick={() => said('given')}>
                    {t.forms.given}
                  </Button>
                )}
                {open && paper.later && !paper.state && (
                  <Button size="small" loading={note.pending} onClick={() => said('promised')}>
                    {t.forms.promised}
                  </Button>
                )}
                {open && !paper.state && (
                  <Button size="small" onClick={() => setWaiving(paper)}>
                    {t.forms.waive}
                  </Button>
                )}
                {open && upload(paper.paper, paper.subject)}
              </div>
              {pictures.length > 0 && (
                <div className={styles.photos}>
                  {pictures.map((file) => (
                    <Picture key={file.file} file={file} label={word(paper)} />
                  ))}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {photos.length > 0 && (
        <div className={styles.photos}>
          {photos.map((file) => (
            <Picture key={file.file} file={file} label={label(file)} />
          ))}
        </div>
      )}
      {waiving && (
        <WaiveDialog one={one} paper={waiving} onCase={onCase} onClose={() => setWaiving(null)} />
      )}
    </Panel>
  )
}
