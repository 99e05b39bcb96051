import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

type Leaf = [path: string, text: string]

/** Every word of a catalogue, templates filled with a mark that no word contains. */
function leaves(node: unknown, path: string): Leaf[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function')
    return [[`${path}()`, String(path.endsWith('.list') ? node(['§']) : node('§', '§', '§'))]]
  if (typeof node === 'object' && node !== null)
    return Object.entries(node).flatMap(([name, value]) => leaves(value, `${path}.${name}`))
  return [[path, '']]
}

const chinese = new Map(leaves(zh, ''))
const english = new Map(leaves(en, ''))
const han = /\p{Script=Han}/u
/** The switch to the other language speaks the other language; examples and titles of columns quote the files. */
const bilingual = /\.(language|languageLabel|classPlaceholder|labelPlaceholder|fileHint)$/

describe('catalogues', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect(chinese.size).toBeGreaterThan(400)
  })

  it('leave no word empty', () => {
    for (const [path, text] of [...chinese, ...english]) expect(text.trim(), path).not.toBe('')
  })

  it('are English in English', () => {
    for (const [path, text] of english)
      if (!bilingual.test(path)) expect(han.test(text), path).toBe(false)
  })

  it('use every parameter that is given in both languages', () => {
    for (const [path, text] of chinese) {
      const marks = text.split('§').length
      expect(english.get(path)?.split('§').length, path).toBe(marks)
    }
  })
})
