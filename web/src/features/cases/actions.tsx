import { Button } from 'antd'
import type { components } from '@/api/schema'
import { useT, useWord } from '@/i18n'
import styles from './cases.module.css'
import type { Action } from './finish-dialog'

type Case = components['schemas']['Case']

/** A step is somebody else's: by role, by whom it was handed to, or because another has to act. */
const notMine = new Set([
  'flow.wrong_role',
  'flow.wrong_area',
  'flow.grant_ended',
  'flow.not_delegated',
  'flow.same_person',
  'flow.handed_over',
])

/** What may be done in the open steps; a step that is somebody else's says so once. */
export function Actions({ one, choose }: { one: Case; choose: (action: Action) => void }) {
  const t = useT()
  const word = useWord()
  if (one.actions.length === 0) return <p className="muted">{t.cases.nothing}</p>
  const reason = (action?: Action) => word({ zh: action?.why_zh ?? '', en: action?.why_en ?? '' })
  const steps = one.road
    .map((stop) => ({ stop, actions: one.actions.filter(({ step }) => step === stop.step) }))
    .filter(({ actions }) => actions.length > 0)
  return (
    <ul className={styles.actions}>
      {steps.flatMap(({ stop, actions }) =>
        actions.every(({ code }) => notMine.has(code ?? '')) ? (
          <li key={stop.step}>
            <b>{word(stop)}</b> <span className="muted">{reason(actions[0])}</span>
            <div className="faint">{actions.map(word).join(' · ')}</div>
          </li>
        ) : (
          actions.map((action) => (
            <li key={`${action.step}/${action.outcome}`}>
              <Button disabled={!action.allowed} onClick={() => choose(action)}>
                {word(action)}
              </Button>
              {!action.allowed && <span className="muted"> {reason(action)}</span>}
            </li>
          ))
        ),
      )}
    </ul>
  )
}
