import type { Award, DecisionDetail, Figures, HistoryItem, HouseholdFile, Items } from './contract'

/**
 * Answers that hold facts by name: the document says of a fact that it is any value, the console
 * knows that it is a word, a number, yes or no, or a list of words.
 */
export interface RefinedAnswers {
  'registry.household.get': HouseholdFile
  'registry.household.history': Items<HistoryItem>
  'decide.award.list': Items<Award>
  'decide.decision.get': DecisionDetail
  'insight.figures.get': Figures
}
