import { Alert, Button, Flex, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '@/api/client'
import { useMay } from '@/auth/session'
import { Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import type { Delivery } from './api'
import styles from './verify.module.css'

/** Which column is which field: found by the titles, put right by the user. */
export function MappingPanel({ one }: { one: Delivery }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const jobs = useJobs()
  const navigate = useNavigate()
  const words = t.verify.mapping
  const [mapping, setMapping] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      one.columns.flatMap(({ key, title }) => (title ? [[key, title] as const] : [])),
    ),
  )
  const start = useCommand(
    (said: Record<string, string>, key) =>
      call('verify.delivery.start', { path: { id: one.id }, body: { mapping: said }, key }),
    { touches: [['deliveries']], quiet: true, onDone: () => jobs.follow() },
  )
  const discard = useCommand(
    (_: null) => call('verify.delivery.discard', { path: { id: one.id } }),
    { touches: [['deliveries']], onDone: () => navigate('/deliveries') },
  )
  // A list without numbers is taken in when names and something else tell people apart.
  const named = Boolean(mapping.name) && one.columns.some(({ key, tells }) => tells && mapping[key])
  const missing = one.columns.find(
    ({ key, required }) => required && !mapping[key] && !(key === 'person' && named),
  )
  const titles = one.titles.filter((title) => title !== '')
  return (
    <Panel title={words.title}>
      <p className="muted">{words.note}</p>
      <div className={styles.mapping}>
        {one.columns.map((column) => [
          <label key={`${column.key}-label`} htmlFor={`column-${column.key}`}>
            {word(column)}
            {column.required && <span className="faint"> · {t.common.required}</span>}
          </label>,
          <Select
            key={column.key}
            id={`column-${column.key}`}
            allowClear
            showSearch
            placeholder={words.leftOut}
            value={mapping[column.key]}
            onChange={(title: string | undefined) =>
              setMapping(({ [column.key]: _old, ...rest }) =>
                title ? { ...rest, [column.key]: title } : rest,
              )
            }
            options={titles.map((title) => ({ value: title, label: title }))}
          />,
        ])}
      </div>
      {named && !mapping.person && (
        <Alert
          role="note"
          type="info"
          showIcon
          title={words.withoutNumbers}
          style={{ marginTop: 12 }}
        />
      )}
      {start.problem && <ProblemAlert problem={start.problem} />}
      <Flex gap={12} align="center" wrap style={{ marginTop: 16 }}>
        {may('verify.delivery.start') && (
          <Button
            type="primary"
            disabled={missing !== undefined}
            loading={start.pending}
            onClick={() => start.run(mapping)}
          >
            {words.start}
          </Button>
        )}
        {may('verify.delivery.discard') && (
          <Button loading={discard.pending} onClick={() => discard.run(null)}>
            {words.discard}
          </Button>
        )}
        {missing && <span className="faint">{words.missing(word(missing))}</span>}
      </Flex>
    </Panel>
  )
}
