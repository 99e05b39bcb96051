import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { ChoosePlace } from './place'
import { useWords } from './speech'
import { usePortal } from './state'

/** The first page: where one is, and six large doors. */
export function Home() {
  const t = useWords()
  const { where, account } = usePortal()
  const [choosing, setChoosing] = useState(false)
  useEffect(() => {
    document.title = t.title
  }, [t.title])
  const doors = [
    { to: '/apply', title: t.apply, hint: t.applyHint },
    { to: '/mine', title: t.mine, hint: t.mineHint },
    { to: '/matters', title: t.matters, hint: t.mattersHint },
    { to: '/windows', title: t.windows, hint: t.windowsHint },
    { to: '/lists', title: t.lists, hint: t.listsHint },
  ]
  return (
    <main className="sheet">
      <h1>{account ? t.signedIn(account.name) : t.title}</h1>
      <p>{t.lead}</p>
      {where && !choosing ? (
        <p className="where">
          <strong>{where.name}</strong>{' '}
          <button type="button" className="quiet" onClick={() => setChoosing(true)}>
            {t.changePlace}
          </button>
        </p>
      ) : (
        <>
          <h2>{t.place}</h2>
          <ChoosePlace onChosen={() => setChoosing(false)} />
        </>
      )}
      <nav className="doors" aria-label={t.home}>
        {doors.map((door) => (
          <Link key={door.to} to={door.to}>
            <strong>{door.title}</strong>
            <span>{door.hint}</span>
          </Link>
        ))}
        <a href={`./#/calculator${where ? `?place=${where.code}` : ''}`}>
          <strong>{t.calculator}</strong>
          <span>{t.calculatorHint}</span>
        </a>
      </nav>
    </main>
  )
}
