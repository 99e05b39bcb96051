/**
 * What a decision has to say of an award, by programme: names and values of the
 * vocabulary, which keep their meaning in every pack. The server checks them
 * against the pack in force.
 */
export interface Term {
  name: string
  en: string
  values: readonly string[]
  required: boolean
}

const terms: Record<string, readonly Term[]> = {
  dibao: [
    {
      name: '低保类别',
      en: 'Dibao class',
      values: ['一类', '二类', '三类', '四类'],
      required: true,
    },
  ],
  tekun: [
    {
      name: '照料护理档位',
      en: 'Care tier',
      values: ['无自理能力', '半自理能力', '有自理能力'],
      required: true,
    },
    { name: '供养方式', en: 'Form of support', values: ['分散', '集中'], required: false },
  ],
  temporary_relief: [
    { name: '救助类型', en: 'Kind of relief', values: ['急难型', '支出型'], required: true },
  ],
}

/** Causes of hardship that temporary relief knows. */
export const causes = [
  '疾病',
  '残疾',
  '意外事故',
  '火灾',
  '自然灾害',
  '教育',
  '失业',
  '缺乏劳动力',
  '其他',
] as const

export function termsOf(programme: string): readonly Term[] {
  return terms[programme] ?? []
}

/** Terms that were filled in; an empty one is left to the pack. */
export function filled(facts: Record<string, string | undefined>): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts)) if (value) given[name] = value
  return given
}
