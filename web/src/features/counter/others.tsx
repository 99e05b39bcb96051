import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useT } from '@/i18n'
import type { Other } from './api'
import styles from './counter.module.css'
import { NameAndNumber } from './name-and-number'

const capacities: Other['capacity'][] = ['supporter', 'agent', 'guardian']

interface Props {
  others: Other[]
  onChange: (others: Other[]) => void
}

/** Who has to do with the case without living in the family: each signs for himself or herself. */
export function Others({ others, onChange }: Props) {
  const t = useT()
  const put = (index: number, change: Partial<Other>) =>
    onChange(others.map((old, n) => (n === index ? { ...old, ...change } : old)))
  return (
    <Form.Item label={t.counter.others} extra={t.counter.othersHint}>
      {others.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person who is typed has no key yet
        <div className={styles.member} key={index}>
          <NameAndNumber
            one={one}
            label={`${t.counter.other} ${index + 1}`}
            put={(change) => put(index, change)}
          />
          <Select
            aria-label={`${t.counter.capacity} ${index + 1}`}
            value={one.capacity}
            onChange={(capacity) => put(index, { capacity })}
            options={capacities.map((value) => ({ value, label: t.cases.capacities[value] }))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t.counter.removeOther}
            onClick={() => onChange(others.filter((_old, n) => n !== index))}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          icon={<PlusOutlined />}
          onClick={() => onChange([...others, { name: '', id_number: '', capacity: 'supporter' }])}
        >
          {t.counter.addOther}
        </Button>
      </div>
    </Form.Item>
  )
}
