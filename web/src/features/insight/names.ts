import type { Language } from '@/i18n'

/** What each figure of the yearly report is about. */
const titles: Record<string, [zh: string, en: string]> = {
  'F-005': ['农村低保对象', 'Rural dibao'],
  'F-006': ['农村低保一、二类', 'Dibao classes 1 and 2'],
  'F-007': ['农村低保三、四类', 'Dibao classes 3 and 4'],
  'F-008': ['特困人员、孤儿和事实无人抚养儿童', 'Tekun, orphans, unsupported children'],
  'F-009': ['已脱贫户', 'Households lifted out of poverty'],
  'F-010': ['脱贫不稳定户', 'Unstable households'],
  'F-011': ['边缘易致贫户', 'Marginal households'],
  'F-012': ['突发严重困难户', 'Households in sudden hardship'],
  'F-013': ['临时救助', 'Temporary relief'],
  'F-014': ['资金', 'Money'],
  'F-016': ['低保和特困标准（元/年）', 'Standards of dibao and tekun (yuan a year)'],
  'F-017': ['特困照料护理标准（元/月）', 'Care standards of tekun (yuan a month)'],
  'F-018': ['残疾人纳入低保', 'Persons with disabilities in dibao'],
  'F-019': ['残疾人两项补贴', 'Disability allowances'],
  'F-021': ['本年变化', 'Changes of the year'],
  'F-022': ['一、二类占比', 'Share of classes 1 and 2'],
}

/** The parts of figures, named in the report's own words. */
const parts: Record<string, string> = {
  户: 'households',
  人: 'persons',
  万元: '10,000 yuan',
  占农业人口: '% of the agricultural population',
  一二类: 'Classes 1 and 2',
  一类: 'Class 1',
  二类: 'Class 2',
  单人户: 'Covered alone',
  三四类: 'Classes 3 and 4',
  三类: 'Class 3',
  四类: 'Class 4',
  农村特困: 'Rural tekun',
  集中供养: 'In institutions',
  孤儿: 'Orphans',
  事实无人抚养儿童: 'De facto unsupported children',
  '孤儿/事孤家庭': 'Families of orphans and unsupported children',
  事孤儿童: 'Unsupported children',
  事孤: 'Unsupported children',
  已脱贫: 'On the list',
  脱贫不稳定: 'On the list',
  边缘易致贫: 'On the list',
  突发严重困难: 'On the list',
  纳入救助: 'In assistance, sum of the programmes',
  去重: 'Without doubles',
  特困: 'Tekun',
  两项补贴: 'Disability allowances',
  临时救助: 'Temporary relief',
  农村低保: 'Rural dibao',
  农村低保标准: 'Rural dibao standard',
  特困基本生活: 'Basic living of tekun',
  无自理: 'No ability',
  半自理: 'Partial ability',
  有自理: 'Full ability',
  单人施保: 'Covered alone',
  整户施保: 'Covered with the household',
  护理: 'Care allowance',
  生活: 'Living allowance',
  叠加: 'Both',
  新纳入一二类: 'New in classes 1 and 2',
  新纳入特困: 'New in tekun',
  渐退: 'Grace period begun',
  护理档位调整: 'Care tier changed',
  清退两项补贴: 'Left the allowances',
  一二类占农业人口: 'Of the agricultural population, %',
}

/** What a figure is about; a number that is new to this console stands alone. */
export function figureTitle(number: string, language: Language): string {
  const title = titles[number]
  return title ? title[language === 'zh' ? 0 : 1] : ''
}

/** The name of a part; the report's own word where no other is known. */
export function partName(name: string, language: Language): string {
  return language === 'zh' ? name : (parts[name] ?? name)
}
