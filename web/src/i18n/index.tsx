import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import type { Named } from '@/api/contract'
import { setRequestLanguage } from '@/api/request'
import { recall, remember } from '@/lib/storage'
import { en } from './en'
import type { Catalogue, Language } from './types'
import { zh } from './zh'

export type { Language } from './types'
export type Messages = Catalogue<typeof zh>

const catalogues: Record<Language, Messages> = { zh, en }

interface Speech {
  language: Language
  setLanguage: (language: Language) => void
  t: Messages
}

const Context = createContext<Speech>({ language: 'zh', setLanguage: () => undefined, t: zh })

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    recall('language') === 'en' ? 'en' : 'zh',
  )
  // Before any child asks the server, so that the first request already speaks the language.
  setRequestLanguage(language === 'zh' ? 'zh-CN' : 'en')
  useLayoutEffect(() => {
    remember('language', language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = `${catalogues[language].common.product} · ${catalogues[language].common.productFull}`
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  const speech = useMemo(() => ({ language, setLanguage, t: catalogues[language] }), [language])
  return <Context value={speech}>{children}</Context>
}

export function useSpeech(): Speech {
  return useContext(Context)
}

export function useT(): Messages {
  return useContext(Context).t
}

export function messagesOf(language: Language): Messages {
  return catalogues[language]
}

type Pair = Pick<Named, 'zh' | 'en'>

/** Picks the word of the present language, the other one where it is empty. */
export function useWord(): (pair: Pair | null | undefined) => string {
  const { language } = useSpeech()
  return (pair) => {
    if (!pair) return ''
    return language === 'zh' ? pair.zh || pair.en : pair.en || pair.zh
  }
}

/** Looks a server code up among known words; a code that is new to this console is shown as it is. */
export function wordFor(words: Record<string, string>, code: string | null | undefined): string {
  return code ? (words[code] ?? code) : ''
}
