import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { useT } from '@/i18n'
import { Notice } from './notice'

/** A page that has broken: says so, keeps the rest of the console usable. */
export function PageFault() {
  const error = useRouteError()
  const t = useT()
  return (
    <Notice
      title={t.common.pageFault}
      text={error instanceof Error ? error.message : String(error)}
    >
      <Button type="primary" onClick={() => window.location.reload()}>
        {t.common.reload}
      </Button>
    </Notice>
  )
}
