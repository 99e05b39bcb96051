import type { Explanation } from '../src/api/contract'
import { named } from './programmes'

export function explanation(programme: string, month: string): Explanation {
  return {
    amount: '1317.00',
    programme: named(programme),
    month,
    person_name: '王秀英',
    release: {
      version: '2022.2',
      digest: '5f1c3a8e0b9d4f6a7c2e1d0b8a9f6e5d4c3b2a190817263544536271809a0b1c',
    },
    steps: [
      {
        name: '类别月标准',
        label_en: 'Monthly amount of the class',
        subject: '户',
        by_default: false,
        missing: [],
        notes: [],
        formula: '农村低保类别标准(低保类别)',
        inputs: [
          {
            name: '低保类别',
            label_en: '',
            kind: 'fact',
            value: '一类',
            unit: null,
            source: '2022-04 年度复核',
            cite: null,
          },
          {
            name: '农村低保一类标准',
            label_en: '',
            kind: 'fact',
            value: '439.00',
            unit: '元/月',
            source: '政策参数',
            cite: '清民发〔2022〕251号 第二条',
          },
        ],
        value: '439.00',
        unit: '元/月',
        cite: '清民发〔2022〕251号 第二条',
      },
      {
        name: '保障人口',
        label_en: 'Covered members',
        subject: '户',
        by_default: false,
        missing: [],
        notes: [],
        formula: 'count(成员[共同生活 and not(服刑)])',
        inputs: [
          {
            name: '成员',
            label_en: '',
            kind: 'fact',
            value: '王秀英、张建国、张小平',
            unit: null,
            source: '户籍登记',
            cite: '民发〔2021〕57号 第七条',
          },
        ],
        value: '3',
        unit: '人',
        cite: '民发〔2021〕57号 第七条',
      },
      {
        name: '月保障金额',
        label_en: 'Monthly benefit',
        subject: '户',
        by_default: false,
        missing: [],
        notes: [],
        formula: '类别月标准 × 保障人口',
        inputs: [
          {
            name: '类别月标准',
            label_en: '',
            kind: 'fact',
            value: '439.00',
            unit: '元/月',
            source: '第 1 步',
            cite: null,
          },
          {
            name: '保障人口',
            label_en: '',
            kind: 'fact',
            value: '3',
            unit: '人',
            source: '第 2 步',
            cite: null,
          },
        ],
        value: '1317.00',
        unit: '元/月',
        cite: '甘民发〔2021〕84号 第二十四条',
      },
    ],
    text_zh:
      '您家按农村低保一类保障，一类每人每月 439.00 元，您家保障 3 人，所以这个月是 439.00 × 3 = 1317.00 元。',
    text_en:
      'Your family is in class one of rural dibao. Class one is 439.00 yuan per person and month; three members are covered, so the month comes to 439.00 × 3 = 1,317.00 yuan.',
  }
}
