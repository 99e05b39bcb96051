import { useEffect, useMemo, useState } from 'react'
import { Link, Outlet, useNavigate } from 'react-router'
import { call } from '@/api/client'
import { setRequestLanguage, whenUnauthorised } from '@/api/request'
import { recall, remember } from '@/lib/storage'
import { type Language, SpeechContext } from './speech'
import { type Account, PortalContext, type Where } from './state'
import { en, zh } from './words'

function kept(): Where | null {
  try {
    const where: unknown = JSON.parse(recall('portal.where') ?? 'null')
    return where && typeof where === 'object' && 'code' in where ? (where as Where) : null
  } catch {
    return null
  }
}

/** The frame of every page: language, place, who is signed in. */
export function Frame() {
  const navigate = useNavigate()
  const [language, setLanguage] = useState<Language>(recall('language') === 'en' ? 'en' : 'zh')
  const [where, setWhere] = useState<Where | null>(kept)
  const [account, setAccount] = useState<Account | null>(null)
  const [known, setKnown] = useState(false)
  const t = language === 'zh' ? zh : en
  setRequestLanguage(language === 'zh' ? 'zh-CN' : 'en')
  useEffect(() => {
    remember('language', language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  useEffect(() => {
    whenUnauthorised(() => setAccount(null))
    // Pages that need a citizen wait until it is known whether one is signed in.
    call('intake.citizen.get')
      .then(setAccount, () => undefined)
      .finally(() => setKnown(true))
  }, [])
  const portal = useMemo(
    () => ({
      where,
      setWhere: (chosen: Where | null) => {
        setWhere(chosen)
        remember('portal.where', JSON.stringify(chosen))
      },
      account,
      setAccount,
    }),
    [where, account],
  )
  const leave = async () => {
    await call('intake.citizen.end').catch(() => undefined)
    setAccount(null)
    navigate('/')
  }
  return (
    <SpeechContext value={useMemo(() => ({ language, t }), [language, t])}>
      <PortalContext value={portal}>
        <header className="top">
          <Link to="/" className="brand">
            {t.title}
          </Link>
          <span className="grow" />
          {account && (
            <button type="button" className="quiet" onClick={leave}>
              {t.signOut}
            </button>
          )}
          <button
            type="button"
            className="quiet"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t.other}
          </button>
        </header>
        {known && <Outlet />}
      </PortalContext>
    </SpeechContext>
  )
}
