import type { Tone } from '@/components/status'

const runs: Record<string, Tone> = {
  gathering: 'busy',
  comparing: 'busy',
  done: 'good',
  failed: 'bad',
}

export const runTone = (status: string): Tone => runs[status] ?? 'plain'

const clues: Record<string, Tone> = {
  new: 'wait',
  assigned: 'busy',
  answered: 'wait',
  closed: 'done',
}

export const clueTone = (status: string): Tone => clues[status] ?? 'plain'

const alignments: Record<string, Tone> = {
  building: 'busy',
  open: 'wait',
  closed: 'done',
  failed: 'bad',
}

export const alignmentTone = (status: string): Tone => alignments[status] ?? 'plain'
