import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { Page } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Watermark } from '@/components/watermark'
import { useExplanation } from '@/features/household/api'
import { useT } from '@/i18n'
import { ExplanationSheet } from './sheet'

/** The same sheet as a page of its own, to be printed and given to the family. */
export default function ExplainPage() {
  const t = useT()
  const navigate = useNavigate()
  const { programme = '', month = '', person = '', component = '' } = useParams()
  const [which] = useSearchParams()
  const query = useExplanation({
    programme,
    month,
    person,
    component,
    kind: which.get('kind') ?? undefined,
    for_month: which.get('for_month') ?? undefined,
    seq: Number(which.get('seq') ?? 0) || undefined,
  })
  return (
    <Watermark>
      <Page
        title={<span className="no-print">{t.disburse.explain.title}</span>}
        actions={
          <>
            <Button onClick={() => navigate(-1)}>{t.common.back}</Button>
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t.common.print}
            </Button>
          </>
        }
      >
        <div className="panel" style={{ width: 'min(820px, 100%)', padding: 24 }}>
          <QueryGate query={query}>
            {(explanation) => <ExplanationSheet explanation={explanation} />}
          </QueryGate>
        </div>
      </Page>
    </Watermark>
  )
}
