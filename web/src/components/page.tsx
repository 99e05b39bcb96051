import { Breadcrumb } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './page.module.css'

export interface Crumb {
  title: string
  to?: string
}

interface PageProps {
  title: ReactNode
  crumbs?: Crumb[]
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The frame of every page: where one is, what it is, what one can do, then the matter. */
export function Page({ title, crumbs = [], note, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      {crumbs.length > 0 && (
        <Breadcrumb
          className="no-print"
          items={crumbs.map((crumb) => ({
            title: crumb.to ? <Link to={crumb.to}>{crumb.title}</Link> : crumb.title,
          }))}
        />
      )}
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {note && <p>{note}</p>}
        </div>
        {actions && <div className={`${styles.actions} no-print`}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export function Panel({
  title,
  extra,
  children,
  flush,
}: {
  title?: ReactNode
  extra?: ReactNode
  children: ReactNode
  flush?: boolean
}) {
  return (
    <section className={`panel ${styles.panel}`}>
      {(title || extra) && (
        <header>
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      <div className={flush ? undefined : styles.inside}>{children}</div>
    </section>
  )
}
