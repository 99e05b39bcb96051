import { PrinterOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { Link } from 'react-router'
import { QueryGate } from '@/components/query-gate'
import { type LineKey, useExplanation } from '@/features/household/api'
import { useT } from '@/i18n'
import { ExplanationSheet } from './sheet'

export function explanationPath(line: LineKey): string {
  const { programme, month, person, component, kind, for_month, seq } = line
  const query = new URLSearchParams()
  if (kind && kind !== 'current') query.set('kind', kind)
  if (kind && kind !== 'current' && for_month) query.set('for_month', for_month)
  if (seq) query.set('seq', String(seq))
  const which = query.toString()
  return `/explain/${programme}/${month}/${person}/${component}${which ? `?${which}` : ''}`
}

/** The computation of one amount beside the table it was clicked in. */
export function ExplanationDrawer({ line, onClose }: { line: LineKey; onClose: () => void }) {
  const t = useT()
  const query = useExplanation(line)
  return (
    <Drawer
      open
      title={t.disburse.explain.title}
      size={680}
      onClose={onClose}
      extra={
        <Link to={explanationPath(line)}>
          <PrinterOutlined /> {t.common.print}
        </Link>
      }
    >
      <QueryGate query={query}>
        {(explanation) => <ExplanationSheet explanation={explanation} />}
      </QueryGate>
    </Drawer>
  )
}
