import { useState } from 'react'
import { call } from '@/api/client'
import { Gate, Pick } from './parts'
import { useWords } from './speech'
import { useLoad, usePortal, type Where } from './state'

type Chosen = (code: string, name: string) => void

function Level(props: { label: string; parent: string | null; value: string; onChoose: Chosen }) {
  const areas = useLoad(
    (signal) =>
      call('intake.area.list', {
        query: props.parent ? { division: props.parent } : {},
        signal,
      }),
    [props.parent],
  )
  return (
    <Gate of={areas}>
      {({ items }) => (
        <Pick
          label={props.label}
          value={props.value}
          onChange={(code) => {
            const area = items.find((one) => one.code === code)
            props.onChoose(code, area?.full_name ?? '')
          }}
          options={items.map((one) => ({ value: one.code, label: one.name }))}
        />
      )}
    </Gate>
  )
}

/** Chooses a village in three steps; each list is short. */
export function ChoosePlace({ onChosen }: { onChosen?: (where: Where) => void }) {
  const t = useWords()
  const { setWhere } = usePortal()
  const [county, setCounty] = useState('')
  const [town, setTown] = useState('')
  return (
    <section aria-label={t.place} className="card">
      <Level
        label={t.county}
        parent={null}
        value={county}
        onChoose={(code) => {
          setCounty(code)
          setTown('')
        }}
      />
      {county && <Level label={t.town} parent={county} value={town} onChoose={setTown} />}
      {town && (
        <Level
          label={t.village}
          parent={town}
          value=""
          onChoose={(code, name) => {
            if (!code) return
            setWhere({ code, name })
            onChosen?.({ code, name })
          }}
        />
      )}
    </section>
  )
}
