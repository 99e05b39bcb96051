import { Input } from 'antd'
import { useT } from '@/i18n'
import { readIdNumber } from './id-number'

interface Named {
  name: string
  id_number: string
}

interface Props {
  one: Named
  /** What tells one row from the next, for those who hear the page. */
  label: string
  put: (change: Partial<Named>) => void
}

/** Name and identity number of a person, and what the number says by itself. */
export function NameAndNumber({ one, label, put }: Props) {
  const t = useT()
  const said = readIdNumber(one.id_number)
  const wrong = one.id_number.trim().length >= 18 && !said
  return (
    <>
      <Input
        aria-label={`${t.counter.name} ${label}`}
        placeholder={t.counter.name}
        value={one.name}
        maxLength={60}
        onChange={(event) => put({ name: event.target.value })}
      />
      <Input
        aria-label={`${t.counter.idNumber} ${label}`}
        placeholder={t.counter.idNumber}
        value={one.id_number}
        maxLength={18}
        status={wrong ? 'error' : undefined}
        onChange={(event) => put({ id_number: event.target.value })}
      />
      <span className="muted num">
        {said
          ? t.counter.birthSex(said.birth, said.male ? t.counter.male : t.counter.female)
          : wrong
            ? t.counter.wrongId
            : ''}
      </span>
    </>
  )
}
