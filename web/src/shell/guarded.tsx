import { Result } from 'antd'
import type { ReactNode } from 'react'
import type { OperationId } from '@/auth/permissions'
import { useMay } from '@/auth/session'
import { useT } from '@/i18n'

export function Guarded({
  operation,
  children,
}: {
  operation: OperationId | null
  children: ReactNode
}) {
  const may = useMay()
  const t = useT()
  if (operation === null || may(operation)) return children
  return <Result status="403" title={t.common.notAllowed} subTitle={t.common.notAllowedHint} />
}
