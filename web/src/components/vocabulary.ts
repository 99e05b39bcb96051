import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/api/client'
import { useMay } from '@/auth/session'
import { useSpeech } from '@/i18n'

/** What a fact is called in the present language; records name facts in the words of the documents. */
export function useFactName(): (name: string) => string {
  const { language } = useSpeech()
  const may = useMay()
  const query = useQuery({
    queryKey: ['vocabulary'],
    enabled: language === 'en' && may('policy.vocabulary.list'),
    queryFn: ({ signal }) => call('policy.vocabulary.list', { signal }),
    staleTime: 10 * 60_000,
  })
  return useMemo(() => {
    const words = new Map(query.data?.items.map((one) => [one.name, one.en]))
    return (name) => (language === 'zh' ? name : words.get(name) || name)
  }, [query.data, language])
}
