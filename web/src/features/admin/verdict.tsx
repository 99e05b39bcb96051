import { Alert } from 'antd'
import type { AuditVerdict } from '@/api/contract'
import { useT, useWord } from '@/i18n'
import { formatCount } from '@/lib/money'

/** Whether the chains are whole; where not, which entry of which chain. */
export function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const t = useT()
  const word = useWord()
  const words = t.admin.audit
  if (verdict.ok) {
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={words.ok(formatCount(verdict.entries), formatCount(verdict.access_entries))}
      />
    )
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words.broken(verdict.faults.length)}
      description={
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {verdict.faults.map((fault) => (
            <li key={`${fault.chain}${fault.seq}`}>
              {words.chain} <code>{fault.chain}</code> · {words.seq} {fault.seq} · {word(fault)}
            </li>
          ))}
        </ul>
      }
    />
  )
}
