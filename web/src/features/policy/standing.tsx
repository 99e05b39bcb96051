import type { Release } from '@/api/contract'
import { Status, toneOf } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { today } from '@/lib/time'

/** Where a release stands; one that was approved ahead of its first day is not in force yet. */
export function Standing({ release }: { release: Pick<Release, 'status' | 'from'> }) {
  const words = useT().policy.releases.statuses
  const waits = release.status === 'in_force' && release.from > today()
  return (
    <Status tone={waits ? 'wait' : toneOf(release.status)}>
      {wordFor(words, waits ? 'scheduled' : release.status)}
    </Status>
  )
}
