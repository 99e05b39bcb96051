import type { components } from './schema'

type Schemas = components['schemas']

/**
 * The shapes that the server speaks, as the console names them; what the OpenAPI
 * document describes is taken from there.
 * Money is a decimal string in 元, a month is "2022-10", a date ISO 8601.
 */

/** A word that the server knows in both languages. */
export type Named = Schemas['Named']

export type DivisionRef = Schemas['DivisionRef']

export type UserRef = Schemas['UserRef']

export type PageTotal = Schemas['Total']

export interface Page<T> {
  items: T[]
  next?: string | null
  total?: PageTotal | null
}

export interface Items<T> {
  items: T[]
}

/** Households, persons and money, which always stand together. */
export interface Triple {
  households: number
  persons: number
  amount: string
}

export type FieldFault = Schemas['ProblemError']

/** RFC 9457 problem document, in both languages. */
export type ProblemDocument = Schemas['ProblemBody']

// directory ---------------------------------------------------------------

export type OrganisationRef = Schemas['OrganisationRef']

export type Me = Schemas['Me']

export type Division = Schemas['Division']

export type Organisation = Schemas['Organisation']

export type Grant = Schemas['Grant']

export type UserStatus = Schemas['UserStatus']

export type User = Schemas['User']

export type Role = Schemas['Role']

// platform ----------------------------------------------------------------

export type Lamp = Schemas['Lamp']

export type Task = Schemas['TaskView']

export type Job = Schemas['JobView']

export type AuditEntry = Schemas['AuditRow']

export type AccessEntry = Schemas['AccessRow']

export type AuditFault = Schemas['AuditFault']

export type AuditVerdict = Schemas['VerifyResult']

// policy ------------------------------------------------------------------

export type ReleaseStatus = 'proposed' | 'in_force' | 'superseded' | 'rejected'

export interface Release {
  id: string
  version: string
  digest: string
  from: string
  status: ReleaseStatus
  proposed_by: UserRef
  approved_by: UserRef | null
  created_at: string
  faults: string[]
}

export interface ProgrammeComponent extends Named {
  entity: string
  formula: string
  unit: string
  cite: string
}

export interface Programme extends Named {
  section: string
  unit: 'household' | 'person'
  components: ProgrammeComponent[]
}

export interface Parameter {
  name: string
  en: string
  value: string
  unit: string
  from: string
  to: string | null
  place: DivisionRef
  cite: string
  verified: boolean
}

// registry ----------------------------------------------------------------

export interface HouseholdRow {
  id: string
  number: string
  head: { id: string; name: string; id_number: string | null }
  division: DivisionRef
  size: number
  covered: number
  programmes: (Named & { class: string | null })[]
  monthly_amount: string | null
  labels: string[]
  urban_rural: string
}

export type FactValue = string | number | boolean | null | string[]

export interface Fact {
  name: string
  value: FactValue
  unit?: string | null
  source?: string | null
}

export interface Member {
  person_id: string
  name: string
  id_number: string | null
  birth: string | null
  age: number | null
  sex: Named | null
  relation: Named | null
  from: string
  to: string | null
  facts: Fact[]
}

export interface Circumstance {
  id: string
  valid_from: string
  recorded_at: string
  source: string
  facts: Fact[]
}

export interface HouseholdFile {
  id: string
  number: string
  division: DivisionRef
  address: string | null
  urban_rural: string
  status: string
  version: number
  labels: string[]
  external_numbers: { system: string; number: string }[]
  members: Member[]
  circumstances: Circumstance[]
}

export interface HistoryItem {
  at: string
  actor: UserRef
  operation: string
  zh: string
  en: string
  changes: { field: string; before: FactValue; after: FactValue }[]
}

export interface Account {
  id: string
  person: UserRef
  holder: string
  bank: string
  account: string
  from: string
  to: string | null
}

export interface AccountChange {
  id: string
  person: UserRef
  household_id: string | null
  holder: string
  bank: string
  account: string
  reason: string
  status: 'proposed' | 'approved' | 'rejected'
  proposed_by: UserRef
  proposed_at: string
  approved_by: UserRef | null
}

export interface ImportKind extends Named {
  files: (Named & { required: boolean })[]
  columns: string[]
}

export type ImportStatus = 'reading' | 'ready' | 'applying' | 'applied' | 'failed' | 'cancelled'

export interface ImportTotals {
  households: number
  persons: number
  right: number
  wrong: number
  new: number
  changed: number
  same: number
}

export interface Import {
  id: string
  kind: Named
  status: ImportStatus
  files: { key: string; name: string; rows: number; encoding: string; digest: string }[]
  totals: ImportTotals | null
  mode: 'all' | 'right' | null
  job: Job | null
  created_by: UserRef
  created_at: string
  decision_id: string | null
}

export interface ImportRow {
  file: string
  row: number
  household: string
  cells: Record<string, string>
  faults: { column: string; zh: string; en: string }[]
}

// decide ------------------------------------------------------------------

export type DecisionStatus = 'proposed' | 'approved' | 'rejected'

export interface Decision {
  id: string
  number: string
  kind: Named
  programme: Named | null
  division: DivisionRef
  status: DecisionStatus
  reason: string | null
  effective_month: string
  counts: { awards: number; households: number; persons: number; amount: string | null }
  proposed_by: UserRef
  proposed_at: string
  approved_by: UserRef | null
  approved_at: string | null
  opinion: string | null
  import_id: string | null
}

export type AwardStatus = 'active' | 'grace' | 'suspended' | 'stopped'

export interface Award {
  id: string
  number: string
  programme: Named
  class: string | null
  status: AwardStatus
  from_month: string
  to_month: string | null
  members: { person_id: string; name: string; from: string; to: string | null }[]
  terms: { from_month: string; to_month: string | null; facts: Fact[]; decision_id: string }[]
}

// disburse ----------------------------------------------------------------

export interface ChangeCounts {
  new: number
  stopped: number
  raised: number
  lowered: number
}

export type RollStatus = 'computing' | 'draft' | 'submitted' | 'approved' | 'locked'

export interface MonthProgramme extends Named, Triple {
  roll_id: string | null
  status: RollStatus
  change: ChangeCounts
}

export interface MonthRow {
  month: string
  programmes: MonthProgramme[]
}

export interface Roll extends Triple {
  id: string
  programme: Named
  month: string
  status: RollStatus
  previous: Triple | null
  changes: ChangeCounts
  by_division: (Triple & { division: DivisionRef })[]
  by_component: { component: Named; persons: number; amount: string }[]
  printed: { amount: string } | null
  prepared_by: UserRef | null
  approved_by: UserRef | null
  opinion: string | null
  anchor: string | null
  version: number
}

export interface RollLine {
  person: UserRef & { id_number: string | null }
  household_id: string | null
  division: DivisionRef
  component: Named
  kind: 'current' | 'arrears' | 'recovery'
  amount: string
  class: string | null
}

export type ChangeKind = 'new' | 'stopped' | 'raised' | 'lowered' | 'moved'

export interface RollChange {
  kind: ChangeKind
  person: UserRef
  household_id: string | null
  division: DivisionRef
  before: string | null
  after: string | null
  reason: string | null
  decision_id: string | null
}

export type BatchStatus = 'draft' | 'approved' | 'sent' | 'returned' | 'settled'

export interface CountAmount {
  count: number
  amount: string
}

export interface Batch {
  id: string
  number: string
  month: string
  bank: Named
  programmes: Named[]
  status: BatchStatus
  count: number
  amount: string
  paid: CountAmount
  rejected: CountAmount
  file: { name: string; digest: string } | null
  prepared_by: UserRef | null
  approved_by: UserRef | null
  version: number
}

export type PaymentStatus = 'pending' | 'paid' | 'rejected' | 'cancelled' | 'in_transit'

export interface Payment {
  seq: number
  payee: string
  account: string
  amount: string
  status: PaymentStatus
  reason_zh: string | null
  reason_en: string | null
  households: string[]
}

export interface LedgerRow {
  programme: Named
  month: string
  entitled: string
  in_batch: string
  at_bank: string
  paid: string
  returned: string
  to_recover: string
  recovered: string
  to_treasury: string
  balanced: boolean
}

export interface HouseholdPayment {
  month: string
  programme: Named
  person: UserRef
  component: Named
  amount: string
  kind: 'current' | 'arrears' | 'recovery'
  status: string
  paid_at: string | null
  batch_id: string | null
}

export interface ExplanationInput {
  name: string
  value: FactValue
  unit: string | null
  source: string | null
  cite: string | null
}

export interface ExplanationStep {
  name: string
  label_en: string
  formula: string
  inputs: ExplanationInput[]
  value: FactValue
  unit: string | null
  cite: string | null
}

export interface Explanation {
  amount: string
  programme: Named
  month: string
  person_name: string
  release: { version: string; digest: string }
  steps: ExplanationStep[]
  text_zh: string
  text_en: string
}

// insight -----------------------------------------------------------------

export interface HomeProgramme extends Named, Triple {
  previous: Triple | null
}

export interface Home {
  month: string
  programmes: HomeProgramme[]
  total: Triple & { previous?: Triple | null }
  todo: { open: number; red: number }
}

export interface ReconciliationRow {
  programme: Named
  computed: string
  printed: string | null
  difference: string | null
  ratio: string | null
  cite: string
}

/** figures.json: numbered figures, each a tree whose leaves are numbers. */
export type FigureNode = string | number | { [name: string]: FigureNode }
export type Figures = Record<string, FigureNode>
