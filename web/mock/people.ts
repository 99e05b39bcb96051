import type { HouseholdRow } from '../src/api/contract'
import { townships, villagesOf } from './places'
import { named } from './programmes'
import { pick, seeded } from './random'

const random = seeded(620521)
const surnames = '王 李 张 刘 陈 杨 赵 周 马 温 雷 蒲 汪 欧阳 司马'.split(' ')
const given = '建国 秀英 桂兰 志强 玉珍 海燕 小平 文斌 彩霞 福成 存厚 改过 引弟 拴牢'.split(' ')

export function anyName(): string {
  if (random() < 0.02) return '阿卜杜拉提普·麦麦提江·吐尔逊尼亚孜'
  return pick(random, surnames) + pick(random, given)
}

export function maskedId(): string {
  return `620521********${String(Math.floor(random() * 1000)).padStart(3, '0')}${random() < 0.1 ? 'X' : Math.floor(random() * 10)}`
}

const classes = ['一类', '二类', '二类', '三类', '三类', '四类']
const labelPool = ['单人户', '重残', '重病', '脱贫户', '边缘易致贫', '突发严重困难']

export const households: HouseholdRow[] = Array.from({ length: 137 }, (_, index) => {
  const village = pick(random, villagesOf(pick(random, townships).code))
  const size = 1 + Math.floor(random() * 6)
  const covered = random() < 0.8 ? size : Math.max(1, size - 1)
  const tekun = random() < 0.12
  const kind = tekun ? null : pick(random, classes)
  const programmes = [{ ...named(tekun ? 'tekun' : 'dibao'), class: kind }]
  if (random() < 0.3) programmes.push({ ...named('disability_living'), class: null })
  if (random() < 0.2) programmes.push({ ...named('disability_care'), class: null })
  return {
    id: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    number: `620521-H-2021-${String(index + 1).padStart(6, '0')}`,
    head: { id: `person-${index}-0`, name: anyName(), id_number: maskedId() },
    division: { code: village.code, name: village.name, full_name: village.full_name },
    size,
    covered,
    programmes: random() < 0.04 ? [] : programmes,
    monthly_amount:
      random() < 0.04
        ? null
        : `${(covered * (kind === '一类' ? 439 : kind === '二类' ? 417 : 84)).toFixed(2)}`,
    labels: labelPool.filter(() => random() < 0.18),
    urban_rural: '农村',
    status: 'active',
  }
})
