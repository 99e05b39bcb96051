/**
 * A formula as a policy officer reads it aloud: 如果 … 且 …，则 四舍五入（…，2 位小数）.
 *
 * Only the reading changes. The text of the pack stays what is checked and computed, and names,
 * brackets and their order stay where they are, so that both can be laid side by side.
 */

const words = new Map([
  ['if', '如果'],
  ['then', '，则'],
  ['else', '，否则'],
  ['and', '且'],
  ['or', '或'],
  ['in', '属于'],
  ['between', '介于'],
  ['some', '有一个'],
  ['every', '每一个'],
  ['satisfies', '满足'],
  ['for', '对每一个'],
  ['return', '取'],
  ['true', '是'],
  ['false', '否'],
  ['null', '空'],
])

const functions: Record<string, string> = {
  abs: '绝对值',
  after: '晚于',
  all: '全部成立',
  any: '任一成立',
  before: '早于',
  ceiling: '向上取整',
  concatenate: '并成一列',
  contains: '含有文字',
  count: '个数',
  date: '日期',
  'day of week': '星期几',
  decimal: '保留小数',
  'distinct values': '去重',
  duration: '时长',
  even: '是偶数',
  flatten: '展平',
  floor: '向下取整',
  'get value': '查表',
  'is given': '已填写',
  'is known': '已知',
  'list contains': '包含',
  max: '取最大',
  mean: '平均',
  median: '中位数',
  min: '取最小',
  modulo: '余数',
  not: '并非',
  number: '数字',
  odd: '是奇数',
  product: '连乘',
  'round down': '去尾',
  'round half down': '五舍六入',
  'round half up': '四舍五入',
  'round up': '进一',
  'starts with': '开头是',
  string: '文字',
  'string length': '字数',
  sum: '合计',
  today: '今天',
  union: '并集',
  'years and months duration': '相隔年月',
}

/** Functions whose last number says how many decimals stay. */
const rounding = new Set([
  'decimal',
  'round down',
  'round half down',
  'round half up',
  'round up',
  'floor',
  'ceiling',
])

const signs: Record<string, string> = {
  '!=': '≠',
  '<=': '≤',
  '>=': '≥',
  '<': '<',
  '>': '>',
  '=': '=',
  '*': '×',
  '/': '÷',
  '-': '−',
  '+': '+',
  '..': ' 至 ',
}

const called = new RegExp(
  `^(?:${Object.keys(functions)
    .sort((left, right) => right.length - left.length)
    .join('|')})(?=\\s*\\()`,
)
const text = /^"((?:[^"\\]|\\.)*)"/
const digits = /^\d+(?:\.\d+)?/
const named = /^[\p{L}_][\p{L}\p{N}_]*/u
const signed = /^(?:\.\.|\*\*|!=|<=|>=|[<>=*/+-])/

interface Frame {
  rounds: boolean
  /** Where the last argument begins in what was written. */
  last: number
  /** Whether an argument stands before it. */
  several: boolean
}

/** The formula in Chinese words; what is no word of the language stays as it stands. */
export function formulaWords(formula: string): string {
  // A cell of a decision table that asks nothing.
  if (formula.trim() === '-') return '不限'
  const out: string[] = []
  const frames: Frame[] = []
  let rest = formula
  let opening: string | null = null
  let between = 0
  const put = (part: string) => out.push(part)
  const take = (length: number) => {
    rest = rest.slice(length)
  }
  while (rest !== '') {
    const own = called.exec(rest)?.[0]
    if (own) {
      put(functions[own] ?? own)
      opening = own
      take(own.length)
      continue
    }
    const quoted = text.exec(rest)
    if (quoted) {
      put(`“${quoted[1]}”`)
      take(quoted[0].length)
      continue
    }
    const number = digits.exec(rest)?.[0]
    if (number) {
      put(number)
      take(number.length)
      continue
    }
    const name = named.exec(rest)?.[0]
    if (name) {
      take(name.length)
      if (name === 'between') between += 1
      const joins = name === 'and' && between > 0
      if (joins) between -= 1
      const word = joins ? '与' : (words.get(name) ?? name)
      if (word.startsWith('，')) while (out.at(-1)?.trim() === '' && out.length > 0) out.pop()
      put(word)
      continue
    }
    const sign = signed.exec(rest)?.[0]
    if (sign) {
      put(signs[sign] ?? sign)
      take(sign.length)
      continue
    }
    const one = rest.charAt(0)
    take(1)
    if (one === '(') {
      put('（')
      frames.push({ rounds: rounding.has(opening ?? ''), last: out.length, several: false })
      opening = null
    } else if (one === ')') {
      const frame = frames.pop()
      const last = frame ? out.slice(frame.last).join('').trim() : ''
      if (frame?.rounds && frame.several && /^\d+$/.test(last)) put(' 位小数')
      put('）')
    } else if (one === ',') {
      put('，')
      take(rest.length - rest.trimStart().length)
      const frame = frames.at(-1)
      if (frame) {
        frame.last = out.length
        frame.several = true
      }
    } else if (one === '.') {
      put('的')
    } else if (!(one === ' ' && opening)) {
      put(one)
    }
  }
  return out.join('')
}
