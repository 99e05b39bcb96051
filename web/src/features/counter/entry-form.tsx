import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Form, Input, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { DivisionField } from '@/components/division-field'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type Entry, enterFamily, type Member, nobody, saveCounterDraft } from './api'
import styles from './counter.module.css'
import { NameAndNumber } from './name-and-number'

/** GB/T 4761 as most families need it; any other name of the standard can be typed. */
const relations = ['户主', '妻', '夫', '子', '女', '儿媳', '孙子', '孙女', '父亲', '母亲']

interface Props {
  first: Entry
  onEntered: (household: { id: string; label: string }) => void
}

function Person({ one, index, put }: { one: Member; index: number; put: (one: Member) => void }) {
  const t = useT()
  return (
    <>
      <NameAndNumber one={one} label={`${index + 1}`} put={(next) => put({ ...one, ...next })} />
      <AutoComplete
        aria-label={`${t.counter.relation} ${index + 1}`}
        placeholder={t.counter.relation}
        value={one.relation}
        options={relations.map((value) => ({ value }))}
        onChange={(relation: string) => put({ ...one, relation })}
      />
    </>
  )
}

/** A family that is not on record yet; saved as one types, so that nothing is typed twice. */
export function EntryForm({ first, onEntered }: Props) {
  const t = useT()
  const [entry, setEntry] = useState(first)
  const saved = useRef(entry)
  const command = useCommand(enterFamily, {
    success: t.counter.saved,
    touches: [['households']],
    quiet: true,
    onDone: (household, given) => {
      saved.current = given
      void saveCounterDraft(null)
      const head = given.members.find((one) => one.relation === '户主' || one.relation === '本人')
      onEntered({ id: household.id, label: `${head?.name ?? ''} ${household.number}` })
    },
  })
  useEffect(() => {
    if (entry === saved.current) return
    const timer = setTimeout(() => {
      saved.current = entry
      void saveCounterDraft(entry).catch(() => undefined)
    }, 700)
    return () => clearTimeout(timer)
  }, [entry])
  const member = (index: number, one: Member) =>
    setEntry({ ...entry, members: entry.members.map((old, n) => (n === index ? one : old)) })
  return (
    <Form layout="vertical" onFinish={() => command.run(entry)}>
      <div className={styles.head}>
        <Form.Item label={t.counter.village} htmlFor="counter-village" required>
          <DivisionField
            id="counter-village"
            village
            value={entry.division}
            onChange={(division) => setEntry({ ...entry, division })}
          />
        </Form.Item>
        <Form.Item label={t.counter.address} htmlFor="counter-address">
          <Input
            id="counter-address"
            value={entry.address}
            maxLength={100}
            onChange={(event) => setEntry({ ...entry, address: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t.counter.phone} htmlFor="counter-phone">
          <Input
            id="counter-phone"
            inputMode="numeric"
            value={entry.phone}
            maxLength={20}
            onChange={(event) => setEntry({ ...entry, phone: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t.counter.area}>
          <Radio.Group
            value={entry.area}
            onChange={(event) => setEntry({ ...entry, area: event.target.value })}
            options={['农村', '城市'].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </div>
      <strong>{t.counter.members}</strong>
      {entry.members.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person who is typed has no key yet
        <div className={styles.member} key={index}>
          <Person one={one} index={index} put={(next) => member(index, next)} />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t.counter.removeMember}
            disabled={entry.members.length === 1}
            onClick={() =>
              setEntry({ ...entry, members: entry.members.filter((_old, n) => n !== index) })
            }
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          icon={<PlusOutlined />}
          onClick={() => setEntry({ ...entry, members: [...entry.members, nobody] })}
        >
          {t.counter.addMember}
        </Button>
        <Button type="primary" htmlType="submit" loading={command.pending}>
          {t.counter.save}
        </Button>
      </div>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Form>
  )
}
