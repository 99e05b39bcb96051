import type { Assessment, AssessmentLacking, AssessmentResult } from '@/api/contract'
import type { Language, Messages } from '@/i18n'

/** Whom a result is about, by name. */
export function whose(
  assessment: Assessment,
  result: Pick<AssessmentResult, 'member'>,
  t: Messages,
): string {
  const member = result.member
  if (member === null || member === undefined) return t.assess.household
  return assessment.members[member]?.name ?? String(member + 1)
}

/** `成员2` of a step, by name; other subjects stay as they are. */
export function subjectName(assessment: Assessment, subject: string): string {
  const place = /^成员(\d+)$/.exec(subject)?.[1]
  return (place && assessment.members[Number(place) - 1]?.name) || subject
}

/** `成员2.工资性收入`, with the name of the member. */
export function pathName(assessment: Assessment, path: string): string {
  const [, place, rest] = /^成员(\d+)\.(.*)$/.exec(path) ?? []
  if (!place) return path
  const name = assessment.members[Number(place) - 1]?.name
  return name ? `${name} · ${rest}` : path
}

/** What is missing, once each, by whose it is: the household first, then each member. */
export function byOwner(
  assessment: Assessment,
  missing: AssessmentLacking[],
  t: Messages,
  language: Language,
): { owner: string; person: boolean; facts: string[] }[] {
  const found = new Map<number, { owner: string; person: boolean; facts: string[] }>()
  for (const one of missing) {
    const place = one.member ?? -1
    const group = found.get(place) ?? {
      owner: assessment.members[place]?.name ?? t.assess.household,
      person: place >= 0,
      facts: [],
    }
    const fact = language === 'zh' ? one.zh : one.en
    if (!group.facts.includes(fact)) group.facts.push(fact)
    found.set(place, group)
  }
  return [...found].sort(([left], [right]) => left - right).map(([, group]) => group)
}

/**
 * What is worth telling: not what does not apply, and not every member by himself where
 * nobody can say yet how the household as a whole comes out.
 */
export function worthTelling(assessment: Assessment): AssessmentResult[] {
  const open = new Set(
    assessment.results
      .filter((one) => one.verdict === '未知' && typeof one.member !== 'number')
      .map((one) => one.programme.key),
  )
  const told = assessment.results.filter(
    (one) =>
      one.verdict !== '不适用' &&
      !(one.single && one.verdict === '未知' && open.has(one.programme.key)),
  )
  return ordered(told)
}

/** Results that say the same of several members, as one row of the sheet. */
export interface SheetRow {
  result: AssessmentResult
  /** The members by their place; none means the household. */
  members: number[]
}

/**
 * The rows of the sheet that a family is given: what is paid first, then what needs more facts,
 * then what other offices decide; members of whom the same is said stand together.
 */
export function sheetRows(results: AssessmentResult[]): SheetRow[] {
  const found = new Map<string, SheetRow>()
  for (const one of results) {
    const amount = one.monthly ?? one.once
    const said = [one.verdict, one.single, ...one.reasons.map((reason) => reason.zh)]
    const key = [one.programme.key, ...(amount ? [one.member] : []), ...said].join('|')
    const row = found.get(key)
    const own = typeof one.member === 'number' ? [one.member] : []
    if (row) {
      row.members.push(...own)
      row.result = { ...row.result, missing: [...row.result.missing, ...one.missing] }
    } else found.set(key, { result: one, members: own })
  }
  const rank = ({ result }: SheetRow) => order.indexOf(result.verdict) + (result.pays ? 0 : 10)
  return [...found.values()].sort((left, right) => rank(left) - rank(right))
}

/** Unknown for want of a figure that the place has not published: nothing a family could add. */
export function waitsForFigures(result: AssessmentResult): boolean {
  return result.verdict === '未知' && result.missing.length === 0
}

/** Verdicts in the order in which people ask for them. */
export const order = ['符合', '未知', '让位', '不符合', '不适用']

export function ordered(results: AssessmentResult[]): AssessmentResult[] {
  const rank = (one: AssessmentResult) => order.indexOf(one.verdict)
  return [...results].sort(
    (left, right) => rank(left) - rank(right) || Number(right.pays) - Number(left.pays),
  )
}
