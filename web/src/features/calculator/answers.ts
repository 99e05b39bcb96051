import type { CalculatorQuestion } from '@/api/contract'

/** Answers about one subject, by the fact that a question states. */
export type Answers = Partial<Record<string, string>>

/** Whether a question is asked, after what was answered before it about the same subject. */
export function isAsked(question: CalculatorQuestion, answers: Answers): boolean {
  return question.when.every((when) => {
    const given = answers[when.fact] ?? ''
    if (given === '') return false
    if (when.is.length > 0 && !when.is.includes(given)) return false
    const number = Number(given)
    if (typeof when.min === 'number' && !(number >= when.min)) return false
    if (typeof when.max === 'number' && !(number <= when.max)) return false
    return true
  })
}

/** What is sent: the answers to questions that are asked; what nobody is sure about stays open. */
export function told(questions: CalculatorQuestion[], answers: Answers): Record<string, string> {
  const sent: Record<string, string> = {}
  for (const question of questions) {
    const given = answers[question.fact]?.trim() ?? ''
    if (given !== '' && isAsked(question, { ...answers })) sent[question.fact] = given
  }
  return sent
}

/** A number as people type one: full-width digits and grouping commas are no mistake. */
export function typed(text: string): string {
  return text
    .replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s]/g, '')
}

export function isNumber(text: string): boolean {
  return text === '' || /^\d{1,12}(\.\d{1,2})?$/.test(text)
}
