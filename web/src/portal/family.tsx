import type { components } from '@/api/schema'
import { Field, Pick, Tick } from './parts'
import { useWords } from './speech'
import { usePortal } from './state'

export type Content = components['schemas']['SubmissionContent']
type Relative = components['schemas']['SubmittedRelative']

interface Props {
  content: Content
  change: (change: Partial<Content>) => void
}

const nobody: Relative = { name: '', relation: '', health: '' }

/** Who lives together, and who writes. */
export function Family({ content, change }: Props) {
  const t = useWords()
  const members = content.members?.length ? content.members : [{ ...nobody, relation: '户主' }]
  const { account } = usePortal()
  const helper = content.helper
  // Whoever turns to helping another is not the head of that family.
  const turn = (other: boolean) => {
    const [first, ...rest] = members
    const others = other && first?.name === account?.name
    change({
      helper: other ? { relation: '', agreed: false } : null,
      ...(others ? { members: [{ ...nobody, relation: '户主' }, ...rest], phone: '' } : {}),
    })
  }
  const put = (at: number, one: Partial<Relative>) =>
    change({ members: members.map((m, i) => (i === at ? { ...m, ...one } : m)) })
  return (
    <>
      <fieldset>
        <legend>{t.helperAsk}</legend>
        {[false, true].map((other) => (
          <label key={String(other)} className="tick">
            <input
              type="radio"
              name="helper"
              checked={Boolean(helper) === other}
              onChange={() => turn(other)}
            />
            <span>{other ? t.forOther : t.forMyself}</span>
          </label>
        ))}
        {helper && (
          <>
            <Pick
              label={t.helperRelation}
              value={helper.relation ?? ''}
              onChange={(relation) => change({ helper: { ...helper, relation } })}
              options={Object.entries(t.helperRelations).map(([value, label]) => ({
                value,
                label,
              }))}
            />
            <Tick
              label={t.helperAgreed}
              value={helper.agreed ?? false}
              onChange={(agreed) => change({ helper: { ...helper, agreed } })}
            />
          </>
        )}
      </fieldset>
      <h2>{t.members}</h2>
      <p className="hint">{t.membersLead}</p>
      {members.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: members have no key before they are kept
        <fieldset key={at}>
          <legend>{t.member(at + 1)}</legend>
          <Field label={t.name} value={one.name ?? ''} onChange={(name) => put(at, { name })} />
          <Pick
            label={t.relation}
            value={one.relation ?? ''}
            onChange={(relation) => put(at, { relation })}
            options={t.relations.map((word) => ({ value: word, label: word }))}
          />
          <Field
            label={t.idNumber}
            value={one.id_number ?? ''}
            onChange={(id) => put(at, { id_number: id || null })}
          />
          {!one.id_number && (
            <Field
              label={t.birth}
              type="date"
              value={one.birth ?? ''}
              onChange={(birth) => put(at, { birth: birth || null })}
            />
          )}
          <Field
            label={t.health}
            hint={t.healthHint}
            value={one.health ?? ''}
            onChange={(health) => put(at, { health })}
          />
          {at > 0 && (
            <button
              type="button"
              className="quiet"
              onClick={() => change({ members: members.filter((_, i) => i !== at) })}
            >
              {t.removeMember}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => change({ members: [...members, { ...nobody }] })}>
        {t.addMember}
      </button>
      <Field
        label={t.address}
        value={content.address ?? ''}
        onChange={(address) => change({ address })}
      />
      <Field
        label={t.familyPhone}
        type="tel"
        value={content.phone ?? ''}
        onChange={(phone) => change({ phone })}
      />
    </>
  )
}

/** What happened, in the family's own words. */
export function Difficulty({ content, change }: Props) {
  const t = useWords()
  const answer = (name: string) => ({
    value: content.answers?.[name] ?? '',
    onChange: (text: string) => change({ answers: { ...content.answers, [name]: text } }),
  })
  return (
    <>
      <Field
        label={t.statement}
        hint={t.statementHint}
        long
        value={content.statement ?? ''}
        onChange={(statement) => change({ statement })}
      />
      <Field label={t.income} hint={t.incomeHint} long {...answer('家庭收入自述')} />
      <Field label={t.spending} hint={t.spendingHint} long {...answer('大额支出自述')} />
    </>
  )
}
