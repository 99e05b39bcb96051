import type { Tone } from '@/components/status'

export const severityTones: Record<string, Tone> = { high: 'bad', medium: 'wait', low: 'plain' }

export const findingTones: Record<string, Tone> = {
  open: 'wait',
  confirmed: 'bad',
  cleared: 'done',
  objected: 'wait',
}

export const linkTones: Record<string, Tone> = {
  open: 'wait',
  same: 'good',
  different: 'plain',
  unsure: 'wait',
  closed: 'plain',
}

export const dueTones: Record<string, Tone> = {
  current: 'good',
  late: 'bad',
  missing: 'wait',
  on_event: 'plain',
}

export const deliveryTones: Record<string, Tone> = {
  uploaded: 'wait',
  reading: 'busy',
  ready: 'good',
  failed: 'bad',
  discarded: 'plain',
}
