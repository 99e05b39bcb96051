import { createContext, useContext } from 'react'
import { type Words, zh } from './words'

export type Language = 'zh' | 'en'

interface Speech {
  language: Language
  t: Words
}

export const SpeechContext = createContext<Speech>({ language: 'zh', t: zh })

export function useWords(): Words {
  return useContext(SpeechContext).t
}

/** Picks the word of the present language from a pair of the server. */
export function useSaid(): (pair: { zh: string; en: string }) => string {
  const { language } = useContext(SpeechContext)
  return (pair) => (language === 'zh' ? pair.zh || pair.en : pair.en || pair.zh)
}
