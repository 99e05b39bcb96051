import { PrinterOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { Link } from 'react-router'
import { QueryGate } from '@/components/query-gate'
import { type LineKey, useExplanation } from '@/features/household/api'
import { useT } from '@/i18n'
import { ExplanationSheet } from './sheet'

export function explanationPath(line: LineKey): string {
  return `/explain/${line.programme}/${line.month}/${line.person}/${line.component}`
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
