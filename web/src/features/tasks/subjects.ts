/** Where the work behind a task is done. */
const places: Record<string, (id: string) => string> = {
  decision: (id) => `/decisions/${id}`,
  roll: (id) => `/rolls/${id}`,
  batch: (id) => `/batches/${id}`,
  import: (id) => `/imports/${id}`,
  case: (id) => `/cases/${id}`,
  household: (id) => `/households/${id}`,
  account_change: () => '/account-changes?status=proposed',
  account: () => '/account-changes?status=proposed',
  release: () => '/releases',
}

export function subjectPath(noun: string, id: string): string | null {
  return places[noun]?.(id) ?? null
}
