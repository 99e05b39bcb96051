import { Result } from 'antd'
import { Link } from 'react-router'
import { useT } from '@/i18n'

export function NotFound() {
  const t = useT()
  return (
    <Result
      status="404"
      title={t.common.pageNotFound}
      subTitle={t.common.pageNotFoundHint}
      extra={<Link to="/">{t.shell.menu.home}</Link>}
    />
  )
}
