import type { components } from './schema'

type Schemas = components['schemas']

/** A described shape with fields that the document only calls an object. */
type With<T, U> = Omit<T, keyof U> & U

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
export type Triple = Schemas['Sums']

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

export type Release = Schemas['Release']

export type ProgrammeComponent = Schemas['ProgrammeComponent']

export type Programme = Schemas['Programme']

export type ProgrammeTerm = Schemas['ProgrammeTerm']

export type Parameter = Schemas['Parameter']
export type ListedFormula = Schemas['ListedFormula']
export type RestsOn = Schemas['RestsOn']

// registry ----------------------------------------------------------------

export type HouseholdRow = Schemas['HouseholdRow']

export type FactValue = string | number | boolean | null | string[]

export type Fact = Pick<Schemas['FactView'], 'name' | 'unit'> & {
  value: FactValue
  source?: string
}

export type Member = With<Schemas['MemberView'], { facts: Record<string, FactValue> }>

export type Circumstance = With<Schemas['CircumstanceView'], { facts: Fact[] }>

export type HouseholdFile = With<
  Schemas['HouseholdFile'],
  { members: Member[]; circumstances: Circumstance[] }
>

/** The changes stand as the audit keeps them: before and after of a thing, or of facts by name. */
export type HistoryItem = With<Schemas['Step'], { changes: Record<string, unknown>[] }>

export type Account = Schemas['AccountView']

export type AccountChange = Schemas['ChangeView']

export type ImportKind = Schemas['KindView']

export type ImportTotals = Schemas['Totals']

export type Import = Schemas['Import']

export type ImportRow = Schemas['RowView']

// decide ------------------------------------------------------------------

export type Decision = Schemas['DecisionAnswer']

export type DecisionItem = With<
  Schemas['ItemAnswer'],
  { members?: UserRef[] | null; facts?: Record<string, FactValue> | null }
>

export type DecisionDetail = Decision & {
  items: DecisionItem[]
  release?: Schemas['DecisionRelease'] | null
}

export type Award = With<
  Schemas['AwardAnswer'],
  { terms: With<Schemas['TermsAnswer'], { facts: Record<string, FactValue> }>[] }
>

// disburse ----------------------------------------------------------------

export type ChangeCounts = Schemas['Changes']

export type MonthProgramme = Schemas['MonthProgramme']

export type MonthRow = Schemas['MonthAnswer']

export type Roll = Schemas['RollAnswer']

export type RollLine = Schemas['LineAnswer']

export type RollChange = Schemas['ChangeAnswer']

export type Batch = Schemas['BatchAnswer']

export type Payment = Schemas['PaymentAnswer']

export type LedgerRow = Schemas['LedgerRow']

export type HouseholdPayment = Schemas['HouseholdPayment']

export type Claim = Schemas['ClaimAnswer']

export type ExplanationStep = Schemas['ExplainStep']

export type Explanation = Schemas['ExplainAnswer']

// policy, assessments ------------------------------------------------------

export type PolicyFormula = Schemas['PolicyFormula']

export type PolicyTable = Schemas['PolicyTable']

export type PolicyWay = Schemas['PolicyWay']

export type ProgrammeDetail = Schemas['ProgrammeDetail']

export type PolicyDocument = Schemas['Document']

export type DocumentResting = Schemas['Resting']

export type PolicyChange = Schemas['PolicyChange']

export type PolicySide = Schemas['PolicySide']

export type Assessment = Schemas['AssessmentAnswer']

export type AssessmentBrief = Schemas['AssessmentBrief']

export type AssessmentResult = Schemas['AssessmentResult']

export type AssessmentStep = Schemas['AssessmentStep']

export type AssessmentDue = Schemas['AssessmentDue']

export type AssessmentLacking = Schemas['AssessmentLacking']

export type Gap = Schemas['GapRow']

export type GapCounts = Schemas['GapCounts']

export type Simulation = Schemas['SimulationAnswer']

export type SimulationRequest = Schemas['SimulationRequest']

export type SimulationProgramme = Schemas['SimulationProgramme']

export type SimulationDivision = Schemas['SimulationDivision']

export type SimulationCost = Schemas['SimulationCost']

export type SimulationSums = Schemas['SimulationSums']

export type SimulationFamily = Schemas['SimulationFamily']

export type NewAmendment = Schemas['NewAmendment']

export type ReleaseDetail = Schemas['ReleaseDetail']

export type CalculatorQuestion = Schemas['CalculatorQuestion']

export type CalculatorResult = Schemas['CalculatorResult']

export type CalculatorOutcome = Schemas['CalculatorOutcome']
export type AdjustmentShown = Schemas['AdjustmentShown']

// insight -----------------------------------------------------------------

export type HomeProgramme = Schemas['ProgrammeNumbers']

export type Home = Schemas['Home']

export type ReconciliationRow = Schemas['Line']

/** figures.json: numbered figures, each a tree whose leaves are numbers. */
export type FigureNode = string | number | { [name: string]: FigureNode }
export type Figures = Record<string, FigureNode>
