import { Button, Flex } from 'antd'
import { useState } from 'react'
import { toProblem } from '@/api/problem'
import { apiUrl } from '@/api/request'
import type { components } from '@/api/schema'
import { useNotify } from '@/components/notify'
import { Panel } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { sign } from './api'
import { attach } from './forms/api'
import styles from './forms/forms.module.css'
import { SignaturePad } from './forms/signature-pad'

type Case = components['schemas']['Case']
type Slot = components['schemas']['CaseSlot']

/** Where the open steps are signed, by officers as themselves and by the family with a pen. */
export function SignaturesPanel({ one, onCase }: { one: Case; onCase: (one: Case) => void }) {
  const t = useT()
  const word = useWord()
  const notify = useNotify()
  const [writing, setWriting] = useState<{ slot: Slot; party: string } | null>(null)
  const command = useCommand(sign, {
    success: t.forms.signedMark,
    onDone: (after) => {
      onCase(after)
      setWriting(null)
    },
  })
  const family = one.parties.filter((party) => party.capacity !== 'supporter')
  const name = (person?: string | null) =>
    one.parties.find((party) => party.person === person)?.name ?? ''
  if (one.slots.length === 0) return null
  const put = ({ step, slot }: Slot, party: string | null, file: string | null) =>
    command.run({ id: one.id, seen: one.seen, step, slot, party, file })
  const written = async (file: File) => {
    if (!writing) return
    const { slot, party } = writing
    try {
      const kept = await attach({ id: one.id, purpose: 'signature', bound: slot.content, file })
      put(slot, party, kept.file)
    } catch (error) {
      notify.problem(toProblem(error))
    }
  }
  return (
    <Panel title={t.forms.signatures}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 }}>
        {one.slots.map((slot) => (
          <li key={`${slot.step}/${slot.slot}`}>
            <Flex gap={8} wrap align="center">
              <strong>{word(slot)}</strong>
              <span className="muted">{t.forms.ofCount(slot.signed.length, slot.count)}</span>
              {slot.signed.map((given) => (
                <span key={given.at}>
                  {given.officer?.name ?? name(given.person)} {formatTime(given.at)}
                  {given.file && (
                    <img
                      className={styles.photo}
                      src={apiUrl(`/files/${given.file}`)}
                      alt={t.forms.signedMark}
                    />
                  )}
                </span>
              ))}
              {slot.may_sign && slot.officers && (
                <Button
                  size="small"
                  loading={command.pending}
                  onClick={() => put(slot, null, null)}
                >
                  {t.forms.signAsOfficer}
                </Button>
              )}
              {slot.may_sign &&
                !slot.officers &&
                family.map((party) => (
                  <Button
                    key={party.person}
                    size="small"
                    onClick={() => setWriting({ slot, party: party.person })}
                  >
                    {t.forms.signOf(party.name)}
                  </Button>
                ))}
            </Flex>
          </li>
        ))}
      </ul>
      {writing && (
        <SignaturePad
          title={t.forms.signOf(name(writing.party))}
          pending={command.pending}
          onClose={() => setWriting(null)}
          onSigned={(file) => void written(file)}
        />
      )}
    </Panel>
  )
}
