import type { ReactNode } from 'react'
import type { OperationId } from '@/auth/permissions'
import { useMay } from '@/auth/session'
import { useT } from '@/i18n'
import { Notice } from './notice'

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
  return <Notice title={t.common.notAllowed} text={t.common.notAllowedHint} />
}
