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
  delivery_due: () => '/deliveries',
  link_queue: (id) => `/link-pairs?delivery=${id}`,
  verify_run: (id) => `/verification-runs/${id}`,
  release: () => '/releases',
  clues: (id) => `/clues?run=${id.split('/')[0]}`,
  visits: (id) => `/visits?run=${id.split('/')[0]}&status=open`,
}

export function subjectPath(noun: string, id: string): string | null {
  return places[noun]?.(id) ?? null
}
