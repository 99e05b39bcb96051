import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { call } from '@/api/client'
import { formatMoney } from '@/lib/money'
import { Gate, Sheet } from './parts'
import { ChoosePlace } from './place'
import { useSaid, useWords } from './speech'
import { useLoad, usePortal } from './state'

/** A page about a place: it is asked for first. */
function At({ title, children }: { title: string; children: (division: string) => ReactNode }) {
  const t = useWords()
  const { where, setWhere } = usePortal()
  return (
    <Sheet title={title}>
      {where ? (
        <>
          <p className="where">
            <strong>{where.name}</strong>{' '}
            <button type="button" className="quiet" onClick={() => setWhere(null)}>
              {t.changePlace}
            </button>
          </p>
          {children(where.code)}
        </>
      ) : (
        <>
          <p>{t.placeFirst}</p>
          <ChoosePlace />
        </>
      )}
    </Sheet>
  )
}

function Points({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}

function MatterList({ division }: { division: string }) {
  const t = useWords()
  const said = useSaid()
  const matters = useLoad(
    (signal) => call('intake.matter.list', { query: { division }, signal }),
    [division],
  )
  return (
    <Gate of={matters}>
      {({ items }) =>
        items.map((matter) => (
          <details key={matter.key} className="card">
            <summary>{said(matter)}</summary>
            <p>{matter.concept}</p>
            <Points title={t.conditions} items={matter.conditions} />
            <Points title={t.materials} items={matter.materials} />
            <Points title={t.procedure} items={matter.procedure} />
            <Points title={t.office} items={[matter.office]} />
            <Points title={t.basis} items={[matter.basis]} />
            {matter.refer_to && <p>{t.referred(matter.refer_to)}</p>}
            {matter.apply.map((one) => (
              <Link key={one.key} className="main" to={`/apply?procedure=${one.key}`}>
                {t.apply}：{said(one)}
              </Link>
            ))}
          </details>
        ))
      }
    </Gate>
  )
}

/** What help there is: the guidance catalogue with its seven fields. */
export function Matters() {
  const t = useWords()
  return <At title={t.matters}>{(division) => <MatterList division={division} />}</At>
}

function WindowList({ division }: { division: string }) {
  const t = useWords()
  const windows = useLoad(
    (signal) => call('intake.window.show', { query: { division }, signal }),
    [division],
  )
  return (
    <Gate of={windows}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t.noWindows}</p>
        ) : (
          items.map((one) => (
            <section key={one.id} className="card">
              <h2>{one.name}</h2>
              <p>{one.address}</p>
              <p>
                {t.hours}：{one.hours}
              </p>
              <a className="main" href={`tel:${one.phone.replace(/[^0-9+]/g, '')}`}>
                {t.call} {one.phone}
              </a>
            </section>
          ))
        )
      }
    </Gate>
  )
}

/** Where the windows are, and when. */
export function Windows() {
  const t = useWords()
  return <At title={t.windows}>{(division) => <WindowList division={division} />}</At>
}

function VillageLists({ division }: { division: string }) {
  const t = useWords()
  const said = useSaid()
  const lists = useLoad(
    (signal) => call('decide.publicity.show', { query: { division }, signal }),
    [division],
  )
  return (
    <Gate of={lists}>
      {({ posted, in_benefit }) => (
        <>
          <h2>{t.posted}</h2>
          {posted.length === 0 && <p>{t.postedNone}</p>}
          {posted.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: masked names have no key
            <section key={at} className="card">
              <strong>{one.applicant}</strong> {said(one)}
              {one.persons != null && ` · ${t.persons(one.persons)}`}
              {one.amount && ` · ${formatMoney(one.amount)} 元`}
              <p className="hint">{t.postedUntil(one.posted_on, one.until)}</p>
            </section>
          ))}
          <h2>{t.inBenefit}</h2>
          {in_benefit.length === 0 && <p>{t.inBenefitNone}</p>}
          <ul className="rows">
            {in_benefit.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: masked names have no key
              <li key={at}>
                <strong>{one.holder}</strong>
                <span>{said(one)}</span>
                <span>{t.persons(one.persons)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Gate>
  )
}

/** What the village publishes. */
export function Lists() {
  const t = useWords()
  return <At title={t.lists}>{(division) => <VillageLists division={division} />}</At>
}
