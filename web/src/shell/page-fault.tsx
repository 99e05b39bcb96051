import { Button, Result } from 'antd'
import { useRouteError } from 'react-router'
import { useT } from '@/i18n'

/** A page that has broken: says so, keeps the rest of the console usable. */
export function PageFault() {
  const error = useRouteError()
  const t = useT()
  return (
    <Result
      status="error"
      title={t.common.pageFault}
      subTitle={error instanceof Error ? error.message : String(error)}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t.common.reload}
        </Button>
      }
    />
  )
}
