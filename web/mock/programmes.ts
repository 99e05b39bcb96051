import type { Programme } from '../src/api/contract'

const cite = '清民发〔2022〕251号'

export const programmes: Programme[] = [
  {
    key: 'dibao',
    zh: '农村最低生活保障',
    en: 'Rural dibao',
    section: '低保',
    cite,
    unit: 'household',
    terms: [
      {
        name: '低保类别',
        en: 'Dibao class',
        values: ['一类', '二类', '三类', '四类'],
        required: true,
      },
    ],
    components: [
      {
        key: 'base',
        zh: '保障金',
        en: 'Class amount',
        entity: 'household',
        once: false,
        verified: true,
        formula: '类别月标准(低保类别) × 保障人口',
        unit: '元/月',
        cite,
      },
      {
        key: 'top_up',
        zh: '分类施保',
        en: 'Top-up',
        entity: 'person',
        once: false,
        verified: true,
        formula: 'if 残疾等级 <= 2 then 农村低保标准月额 × 增发比例 else 0',
        unit: '元/月',
        cite: '甘民发〔2021〕84号 第二十六条',
      },
    ],
  },
  {
    key: 'tekun',
    zh: '特困人员救助供养',
    en: 'Tekun support',
    section: '特困',
    cite,
    unit: 'person',
    terms: [
      {
        name: '照料护理档位',
        en: 'Care tier',
        values: ['无自理能力', '半自理能力', '有自理能力'],
        required: true,
      },
    ],
    components: [
      {
        key: 'base',
        zh: '基本生活',
        en: 'Basic living',
        entity: 'person',
        once: false,
        verified: true,
        formula: '特困基本生活标准 ÷ 12',
        unit: '元/月',
        cite,
      },
      {
        key: 'care',
        zh: '照料护理',
        en: 'Care',
        entity: 'person',
        once: false,
        verified: true,
        formula: '护理标准(照料护理档位)',
        unit: '元/月',
        cite,
      },
    ],
  },
  {
    key: 'disability_living',
    zh: '困难残疾人生活补贴',
    en: 'Disability living allowance',
    section: '残疾人福利',
    cite,
    unit: 'person',
    terms: [],
    components: [
      {
        key: 'base',
        zh: '生活补贴',
        en: 'Living allowance',
        entity: 'person',
        once: false,
        verified: true,
        formula: '生活补贴标准',
        unit: '元/月',
        cite,
      },
    ],
  },
  {
    key: 'disability_care',
    zh: '重度残疾人护理补贴',
    en: 'Disability care allowance',
    section: '残疾人福利',
    cite,
    unit: 'person',
    terms: [],
    components: [
      {
        key: 'base',
        zh: '护理补贴',
        en: 'Care allowance',
        entity: 'person',
        once: false,
        verified: true,
        formula: '护理补贴标准',
        unit: '元/月',
        cite,
      },
    ],
  },
  {
    key: 'orphan',
    zh: '孤儿基本生活保障',
    en: 'Orphan allowance',
    section: '儿童福利',
    cite,
    unit: 'person',
    terms: [],
    components: [
      {
        key: 'base',
        zh: '基本生活费',
        en: 'Basic living',
        entity: 'person',
        once: false,
        verified: true,
        formula: '散居孤儿标准',
        unit: '元/月',
        cite,
      },
    ],
  },
  {
    key: 'unsupported_child',
    zh: '事实无人抚养儿童基本生活保障',
    en: 'De facto unsupported child allowance',
    section: '儿童福利',
    cite,
    unit: 'person',
    terms: [],
    components: [
      {
        key: 'base',
        zh: '基本生活费',
        en: 'Basic living',
        entity: 'person',
        once: false,
        verified: true,
        formula: '事实无人抚养儿童标准',
        unit: '元/月',
        cite,
      },
    ],
  },
  {
    key: 'temporary_relief',
    zh: '临时救助',
    en: 'Temporary relief',
    section: '临时救助',
    cite,
    unit: 'household',
    terms: [
      { name: '救助类型', en: 'Kind of relief', values: ['急难型', '支出型'], required: true },
      {
        name: '困难原因',
        en: 'Cause of hardship',
        values: ['疾病', '意外事故', '其他'],
        required: false,
      },
    ],
    components: [
      {
        key: 'one_off',
        zh: '救助金',
        en: 'Relief',
        entity: 'household',
        once: false,
        verified: true,
        formula: '决定金额',
        unit: '元',
        cite,
      },
    ],
  },
]

export function named(key: string): { key: string; zh: string; en: string } {
  const found = programmes.find((one) => one.key === key)
  return found ? { key: found.key, zh: found.zh, en: found.en } : { key, zh: key, en: key }
}

/** Households, persons and fen of a normal month, near the county's printed numbers. */
export const monthly: Record<string, [number, number, number]> = {
  dibao: [8576, 25697, 628988100],
  tekun: [910, 968, 77979500],
  disability_living: [4612, 4808, 52888000],
  disability_care: [4790, 4970, 54670000],
  orphan: [22, 25, 2700000],
  unsupported_child: [152, 168, 18144000],
  temporary_relief: [964, 1988, 228158180],
}
