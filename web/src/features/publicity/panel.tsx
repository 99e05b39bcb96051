import { Button, Space } from 'antd'
import { useState } from 'react'
import { apiUrl } from '@/api/request'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { ChangeDialog } from './change-dialog'
import { PostDialog } from './post-dialog'
import styles from './publicity.module.css'

type Case = components['schemas']['Case']
type Posting = components['schemas']['CasePosting']

/** Where the list stands: since when it hangs and until when, or what came in between. */
function Standing({ posting }: { posting: Posting }) {
  const t = useT()
  const words = t.cases.board
  const place = wordFor(words.places, posting.place)
  if (!posting.on || !posting.until)
    return (
      <>
        <Status tone="wait">{words.states.to_post}</Status>
        <p className="muted">{words.toPost(place, posting.days, posting.photo)}</p>
      </>
    )
  return (
    <>
      <Status tone={posting.objected ? 'bad' : posting.down ? 'wait' : 'good'}>
        {posting.objected
          ? words.states.objected
          : posting.down
            ? words.down
            : words.states.hanging}
      </Status>
      <p>{words.hangs(place, posting.on, posting.until)}</p>
      {posting.objected && <p>{words.objectedOn(posting.objected)}</p>}
      {posting.down && <p>{words.takenDown(posting.down)}</p>}
      {posting.may_post && <p className="muted">{words.again}</p>}
    </>
  )
}

/** The publicity of a case: the list to be put up, its picture, objections. */
export function PublicityPanel({ one }: { one: Case }) {
  const t = useT()
  const word = useWord()
  const words = t.cases.board
  const [doing, setDoing] = useState<'post' | 'object' | 'takeDown' | null>(null)
  const posting = one.posting
  if (!posting) return null
  const list = { ...posting, case: one.id, seen: one.seen }
  const close = () => setDoing(null)
  return (
    <Panel title={word(posting)}>
      <div className={styles.panel}>
        <div>
          <Standing posting={posting} />
          <Space wrap>
            {posting.may_post && (
              <Button type="primary" onClick={() => setDoing('post')}>
                {words.post}
              </Button>
            )}
            {posting.may_change && (
              <>
                <Button onClick={() => setDoing('object')}>{words.object}</Button>
                <Button onClick={() => setDoing('takeDown')}>{words.takeDown}</Button>
              </>
            )}
          </Space>
        </div>
        {posting.proof && (
          <a href={apiUrl(`/files/${posting.proof}`)} target="_blank" rel="noreferrer">
            <img
              className={styles.proof}
              src={apiUrl(`/files/${posting.proof}`)}
              alt={words.photo}
            />
          </a>
        )}
      </div>
      {doing === 'post' && <PostDialog list={list} onClose={close} />}
      {(doing === 'object' || doing === 'takeDown') && (
        <ChangeDialog what={doing} list={list} onClose={close} />
      )}
    </Panel>
  )
}
