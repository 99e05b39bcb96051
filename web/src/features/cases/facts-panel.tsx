import { Descriptions } from 'antd'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'
import { shown } from './ask-field'

/** What is known of the case: stated at its steps, or looked up by the program. */
export function FactsPanel({ one }: { one: components['schemas']['Case'] }) {
  const t = useT()
  const facts = Object.entries(one.facts as Record<string, unknown>)
  const said = facts.filter(([, value]) => value !== null && typeof value !== 'object')
  if (said.length === 0) return null
  return (
    <Panel title={t.cases.facts}>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={said.map(([name, value]) => ({ key: name, label: name, children: shown(value) }))}
      />
    </Panel>
  )
}
