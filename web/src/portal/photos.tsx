import { useId, useState } from 'react'
import { call, pathOf } from '@/api/client'
import { apiUrl } from '@/api/request'
import type { components } from '@/api/schema'
import { uuid } from '@/lib/uuid'
import { Fault, Pick } from './parts'
import { useWords } from './speech'
import { useAct } from './state'

export type Photo = components['schemas']['SubmissionPhoto']

/** Sends one picture of a draft. */
export async function sendPhoto(id: string, kind: string, file: File): Promise<void> {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', file)
  await call('intake.photo.add', { path: { id }, form, key: uuid() })
}

interface Props {
  id: string
  photos: Photo[]
  onChanged: () => Promise<void>
}

/** Photographs of papers: add and remove. */
export function Photos({ id, photos, onChanged }: Props) {
  const t = useWords()
  const box = useId()
  const [kind, setKind] = useState('identity')
  const { busy, problem, act } = useAct()
  const papers = photos.filter((one) => one.kind !== 'signature')
  const word = (key: string) => t.photoKinds[key as keyof typeof t.photoKinds] ?? key
  const kinds = Object.keys(t.photoKinds).filter((key) => key !== 'signature')
  return (
    <>
      <p>{t.photosLead}</p>
      <Pick
        label={t.photoKind}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: word(value) }))}
      />
      <label className="main" htmlFor={box} aria-disabled={busy}>
        {t.addPhoto}
      </label>
      <input
        id={box}
        className="unseen"
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        disabled={busy || !kind}
        onChange={(e) => {
          const file = e.target.files?.[0]
          e.target.value = ''
          if (file) void act(() => sendPhoto(id, kind, file).then(onChanged))
        }}
      />
      <Fault problem={problem} />
      {papers.length === 0 && <p className="hint">{t.noPhotos}</p>}
      <ul className="photos">
        {papers.map((one) => {
          const path = { id, photo: one.id }
          return (
            <li key={one.id}>
              {one.media.startsWith('image/') ? (
                <img src={apiUrl(pathOf('intake.photo.show', path))} alt={word(one.kind)} />
              ) : (
                <span className="paper">PDF</span>
              )}
              <span>{word(one.kind)}</span>
              <button
                type="button"
                className="quiet"
                onClick={() =>
                  act(async () => {
                    await call('intake.photo.remove', { path })
                    await onChanged()
                  })
                }
              >
                {t.remove}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
