import type { ProgrammeTerm } from '@/api/contract'
import { useProgrammes } from '@/components/fields'

/** The fact that holds why a family needs temporary relief. */
export const CAUSE = '困难原因'

/** What a decision chooses of an award of this programme, as the pack in force has it. */
export function useTerms(programme: string): ProgrammeTerm[] {
  const programmes = useProgrammes()
  const found = programmes.data?.items.find((one) => one.key === programme)
  // A sum, a cause in words or a yes and no has a field or a command of its own.
  return found?.terms.filter((term) => term.values.length > 0) ?? []
}

/** Terms that were filled in; an empty one is left to the pack. */
export function filled(facts: Record<string, string | undefined>): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts)) if (value) given[name] = value
  return given
}
