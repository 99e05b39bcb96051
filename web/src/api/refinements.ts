import type {
  AccountChange,
  Award,
  DecisionDetail,
  Explanation,
  Figures,
  HistoryItem,
  HouseholdFile,
  HouseholdRow,
  Import,
  ImportRow,
  Items,
  Page,
} from './contract'

/** Answers of which the document calls parts only an object, as the console reads them. */
export interface RefinedAnswers {
  'registry.household.list': Page<HouseholdRow>
  'registry.household.get': HouseholdFile
  'registry.household.history': Items<HistoryItem>
  'registry.account.changes': Page<AccountChange>
  'registry.account.propose': AccountChange
  'registry.account.approve': AccountChange
  'registry.account.reject': AccountChange
  'registry.import.list': Page<Import>
  'registry.import.create': Import
  'registry.import.get': Import
  'registry.import.apply': Import
  'registry.import.rows': Page<ImportRow>
  'decide.award.list': Items<Award>
  'decide.decision.get': DecisionDetail
  'disburse.line.explain': Explanation
  'insight.figures.get': Figures
}

/** Bodies whose names collide in the document: the last of them hides the others there. */
export interface RefinedBodies {
  'registry.person.reveal': { field: 'id_number' | 'phone' | 'account'; reason: string }
  'registry.household.export': Record<string, string | string[]>
  'registry.account.propose': { bank: string; holder: string; account: string; reason: string }
  'registry.account.approve': { opinion: string }
  'registry.account.reject': { opinion: string }
}
