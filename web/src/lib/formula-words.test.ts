import { expect, test } from 'vitest'
import { formulaWords } from './formula-words'

test('a formula is read aloud in Chinese, names and brackets where they were', () => {
  const cases = [
    ['人均月收入 < 低保月标准', '人均月收入 < 低保月标准'],
    [
      'if is known(户.城乡) and 户.城乡 = "城市" then round half up(户.月补差额 / 户.保障人数, 2) else 0',
      '如果 已知（户的城乡） 且 户的城乡 = “城市”，则 四舍五入（户的月补差额 ÷ 户的保障人数，2 位小数），否则 0',
    ],
    [
      'round half up(get value(农村低保分类补助标准, 户.低保类别) * 待遇.发放比例, 2)',
      '四舍五入（查表（农村低保分类补助标准，户的低保类别） × 待遇的发放比例，2 位小数）',
    ],
    [
      '残疾类别 in ("智力", "精神") or not(死亡)',
      '残疾类别 属于 （“智力”，“精神”） 或 并非（死亡）',
    ],
    ['年龄 between 16 and 59 and 残疾等级 <= 2', '年龄 介于 16 与 59 且 残疾等级 ≤ 2'],
    [
      'max(月额(sum(成员[计入家庭成员].计入年收入)), 0)',
      '取最大（月额（合计（成员[计入家庭成员]的计入年收入）），0）',
    ],
    ['[1..3]', '[1 至 3]'],
    ['5.5 * 2', '5.5 × 2'],
    ['-', '不限'],
  ]
  for (const [formula, words] of cases) expect(formulaWords(formula ?? '')).toBe(words)
})

test('what looks like a word inside a name or a text is left alone', () => {
  expect(formulaWords('"if and or" = 说明 and android')).toBe('“if and or” = 说明 且 android')
  expect(formulaWords('counted + count')).toBe('counted + count')
})
