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

export interface Release {
  id: string
  version: string
  digest: string
  from: string
  status: string
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
  urban_rural: string | null
  address?: string | null
  status: string
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
  relation: Named
  from: string
  to: string | null
  facts: Record<string, FactValue>
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
  phone?: string | null
  urban_rural: string | null
  status: string
  head_id: string
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
  /** As the audit keeps them: before and after of a thing, or of facts by name. */
  changes: Record<string, unknown>[]
}

export interface Account {
  id: string
  person: UserRef
  holder: string
  bank: string
  account: string
  valid_from: string
  current: boolean
}

export interface AccountChange {
  id: string
  person: UserRef
  household_id: string
  division: DivisionRef
  holder: string
  bank: string
  account: string
  reason: string
  status: 'proposed' | 'approved' | 'rejected'
  proposed_by: UserRef
  proposed_at: string
  decided_by: UserRef | null
  opinion: string | null
}

export interface ImportKind extends Named {
  files: (Named & { required: boolean })[]
  programme?: string | null
  columns: { file: string; title: string; required: boolean; note?: string | null }[]
}

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
  status: string
  as_of: string
  files: { key: string; name: string; rows: number; encoding?: string | null; digest: string }[]
  totals: ImportTotals | null
  mode: string | null
  job: Job | null
  problem?: ProblemDocument | null
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

export interface Decision {
  id: string
  /** Allotted when the decision is approved. */
  number: string | null
  kind: Named
  programme: Named
  division: DivisionRef
  status: string
  reason: string
  effective_month: string
  counts: { awards: number; households: number; persons: number; amount: string }
  proposed_by: UserRef
  proposed_at: string
  approved_by: UserRef | null
  approved_at: string | null
  opinion: string | null
  import_id: string | null
  job?: string | null
}

export interface DecisionItem {
  award_id: string | null
  household_id: string
  division: DivisionRef
  from_month: string
  to_month: string | null
  members: UserRef[] | null
  facts: Record<string, FactValue> | null
  reason: string
  amount: string | null
  cause: string
}

export interface DecisionDetail extends Decision {
  items: DecisionItem[]
}

export interface Award {
  id: string
  number: string
  programme: Named
  class: string
  status: string
  from_month: string
  to_month: string | null
  members: { person_id: string; name: string; from: string; to: string | null }[]
  terms: {
    from_month: string
    to_month: string | null
    facts: Record<string, FactValue>
    decision_id: string
  }[]
}

// disburse ----------------------------------------------------------------

export interface ChangeCounts {
  new: number
  stopped: number
  raised: number
  lowered: number
  moved: number
}

export interface MonthProgramme extends Named, Triple {
  roll_id: string | null
  status: string
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
  status: string
  /** What is taken back this month, and claims that nobody has settled. */
  recovery: string
  unresolved: number
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
  household_id: string
  division: DivisionRef
  component: Named
  kind: string
  for_month: string
  seq: number
  amount: string
  class: string
}

export interface RollChange {
  kind: string
  person: UserRef & { id_number?: string | null }
  household_id: string
  division: DivisionRef
  before: string
  after: string
  reason: string
  decision_id: string | null
}

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
  status: string
  count: number
  amount: string
  paid: CountAmount
  rejected: CountAmount
  file: { name: string; digest: string } | null
  reissue_of?: string | null
  prepared_by: UserRef | null
  approved_by: UserRef | null
  version: number
}

export interface Payment {
  seq: number
  payee: UserRef & { id_number?: string | null }
  account: string
  amount: string
  status: string
  reason_zh: string
  reason_en: string
  households: number
}

export interface LedgerRow {
  programme: Named
  month: string
  fund: string
  entitled: string
  unbatched: string
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
  for_month: string
  programme: Named
  person: UserRef
  component: Named
  amount: string
  kind: string
  status: string
  paid_at: string | null
  batch_id: string | null
}

export interface Claim {
  id: string
  number: string
  programme: string
  month: string
  for_month: string
  person: UserRef & { id_number?: string | null }
  household_id: string
  division: DivisionRef
  amount: string
  collected: string
  handed: string
  version: number
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
  /** Whose step it is: 户, 成员1, 待遇. */
  subject: string
  formula: string
  inputs: ExplanationInput[]
  value: string | null
  unit: string | null
  missing: string[]
  cite: string | null
  notes: [zh: string, en: string][]
}

export interface Explanation {
  amount: string
  programme: string
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
