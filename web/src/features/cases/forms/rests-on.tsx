import { Link } from 'react-router'
import type { RestsOn as Basis } from '@/api/contract'
import { useT } from '@/i18n'

/** The documents that a form rests on, each a click from its passages. */
export function RestsOn({ basis }: { basis: Basis[] }) {
  const t = useT()
  if (basis.length === 0) return null
  return (
    <p className="muted">
      {t.forms.restsOn}
      {basis.map((one, n) => (
        <span key={one.name}>
          {n > 0 && '；'}
          <Link to={`/policy-documents/${encodeURIComponent(one.name)}`}>《{one.title}》</Link>
          {one.name !== one.title && `（${one.name}）`}
          {one.articles}
        </span>
      ))}
    </p>
  )
}
