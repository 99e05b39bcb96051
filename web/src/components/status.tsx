import styles from './status.module.css'

export type Tone = 'plain' | 'busy' | 'wait' | 'good' | 'done' | 'bad'

/** A state as a word with a coloured mark; the word alone carries the meaning. */
export function Status({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`${styles.status} ${styles[tone]}`}>
      <i aria-hidden="true" />
      {children}
    </span>
  )
}

const tones: Record<string, Tone> = {
  computing: 'busy',
  reading: 'busy',
  gathering: 'busy',
  discarded: 'plain',
  applying: 'busy',
  running: 'busy',
  queued: 'busy',
  in_transit: 'busy',
  sent: 'busy',
  draft: 'plain',
  pending: 'plain',
  superseded: 'plain',
  cancelled: 'plain',
  stopped: 'plain',
  closed: 'plain',
  disabled: 'plain',
  submitted: 'wait',
  proposed: 'wait',
  ready: 'wait',
  grace: 'wait',
  returned: 'wait',
  suspended: 'wait',
  approved: 'good',
  active: 'good',
  applied: 'good',
  paid: 'good',
  in_force: 'good',
  done: 'good',
  settled: 'done',
  locked: 'done',
  rejected: 'bad',
  failed: 'bad',
}

export function toneOf(status: string): Tone {
  return tones[status] ?? 'plain'
}
