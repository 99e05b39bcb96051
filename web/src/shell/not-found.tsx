import { Link } from 'react-router'
import { useT } from '@/i18n'
import { Notice } from './notice'

export function NotFound() {
  const t = useT()
  return (
    <Notice title={t.common.pageNotFound} text={t.common.pageNotFoundHint}>
      <Link to="/">{t.shell.menu.home}</Link>
    </Notice>
  )
}
