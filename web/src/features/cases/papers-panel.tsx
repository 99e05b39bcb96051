import { CameraOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { apiUrl } from '@/api/request'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { Status } from '@/components/status'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { notePaper } from './api'
import { attach } from './forms/api'
import styles from './forms/forms.module.css'

type Case = components['schemas']['Case']
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
  const photos = one.files.filter((file) => file.purpose === 'photo')
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
            <Picture key={file.file} file={file} label={t.forms.photoOf(file.by.name)} />
          ))}
        </div>
      )}
    </Panel>
  )
}
