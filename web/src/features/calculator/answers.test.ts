import { expect, test } from 'vitest'
import type { CalculatorQuestion } from '@/api/contract'
import { isAsked, isNumber, told, typed } from './answers'

const ask = (fact: string, when: CalculatorQuestion['when'] = []): CalculatorQuestion => ({
  fact,
  of: 'person',
  zh: fact,
  en: fact,
  answer: 'number',
  unit: '',
  options: [],
  when,
})
const grade = ask('残疾等级', [{ fact: '残疾类别', is: ['肢体', '视力'] }])
const school = ask('在校学段', [{ fact: '年龄', is: [], min: 3, max: 22 }])

test('a question waits for the answers that make it one', () => {
  expect(isAsked(grade, {})).toBe(false)
  expect(isAsked(grade, { 残疾类别: '无' })).toBe(false)
  expect(isAsked(grade, { 残疾类别: '视力' })).toBe(true)
  expect(isAsked(school, { 年龄: '2' })).toBe(false)
  expect(isAsked(school, { 年龄: '3' })).toBe(true)
  expect(isAsked(school, { 年龄: '22' })).toBe(true)
  expect(isAsked(school, { 年龄: '23' })).toBe(false)
  expect(isAsked(school, { 年龄: '' })).toBe(false)
})

test('what is no longer asked and what nobody is sure about is not sent', () => {
  const questions = [ask('年龄'), ask('残疾类别'), grade]
  const answers = { 年龄: ' 70 ', 残疾类别: '无', 残疾等级: '2' }
  expect(told(questions, answers)).toEqual({ 年龄: '70', 残疾类别: '无' })
  expect(told(questions, { 年龄: '' })).toEqual({})
})

test('numbers are read as people type them', () => {
  expect(typed('１２，０００ ')).toBe('12000')
  expect(isNumber('12000.50')).toBe(true)
  expect(isNumber('-1')).toBe(false)
  expect(isNumber('一万')).toBe(false)
})
