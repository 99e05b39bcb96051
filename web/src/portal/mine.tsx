import { Link, Navigate } from 'react-router'
import { call } from '@/api/client'
import { Gate, Sheet } from './parts'
import { useWords } from './speech'
import { useLoad, usePortal } from './state'

/** A citizen's own applications. */
export function Mine() {
  const { account } = usePortal()
  if (!account) return <Navigate to="/sign-in?to=%2Fmine" replace />
  return <Own />
}

function Own() {
  const t = useWords()
  const mine = useLoad((signal) => call('intake.submission.mine', { signal }), [])
  return (
    <Sheet title={t.mine}>
      <Gate of={mine}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{t.none}</p>}
            {items.map((one) => {
              const writes = one.status === 'draft' || one.status === 'returned'
              return (
                <section key={one.id} className="card">
                  <strong>{one.applicant || t.member(1)}</strong>
                  <p className={`state ${one.status}`}>{t.statuses[one.status]}</p>
                  <p className="hint">
                    {one.number ?? one.division.full_name} · {one.saved_at.slice(0, 10)}
                  </p>
                  <Link className="main" to={writes ? `/apply/${one.id}` : `/mine/${one.id}`}>
                    {writes ? t.goOn : t.open}
                  </Link>
                </section>
              )
            })}
            <Link className="main" to="/apply">
              {t.apply}
            </Link>
          </>
        )}
      </Gate>
    </Sheet>
  )
}
