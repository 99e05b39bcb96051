import { useIsFetching } from '@tanstack/react-query'
import { Drawer, Grid, Layout } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useT } from '@/i18n'
import { recall, remember } from '@/lib/storage'
import styles from './frame.module.css'
import { IdleGuard } from './idle-guard'
import { JobsProvider } from './jobs'
import { SideMenu } from './side-menu'
import { useSlashKey } from './slash-key'
import { TopBar } from './top-bar'

/** Top bar, left menu, and the page. */
export function Frame() {
  const t = useT()
  const wide = Grid.useBreakpoint().lg ?? true
  const [folded, setFolded] = useState(() => recall('menu') === 'folded')
  const [open, setOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const busy = useIsFetching({ predicate: (one) => one.queryKey[0] !== 'jobs' }) > 0
  useSlashKey()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page starts at its top.
  useEffect(() => {
    main.current?.scrollTo({ top: 0 })
  }, [pathname])

  const fold = () => {
    if (!wide) return setOpen(true)
    remember('menu', folded ? 'open' : 'folded')
    setFolded(!folded)
  }
  return (
    <JobsProvider>
      <button
        type="button"
        className={`skip-link ${styles.skip}`}
        onClick={() => main.current?.focus()}
      >
        {t.common.skip}
      </button>
      <Layout className={styles.frame}>
        <TopBar folded={wide ? folded : true} onFold={fold} />
        <Layout>
          {wide && (
            <Layout.Sider
              width={208}
              collapsedWidth={56}
              collapsed={folded}
              className={`no-print ${styles.side}`}
            >
              <SideMenu folded={folded} />
            </Layout.Sider>
          )}
          <main
            ref={main}
            tabIndex={-1}
            className={styles.main}
            aria-busy={busy}
            data-path={pathname}
          >
            <Outlet />
          </main>
        </Layout>
      </Layout>
      {!wide && (
        <Drawer
          open={open}
          placement="left"
          size={260}
          title={t.common.productFull}
          onClose={() => setOpen(false)}
          styles={{ body: { padding: 8 } }}
        >
          <SideMenu folded={false} onGo={() => setOpen(false)} />
        </Drawer>
      )}
      <IdleGuard />
    </JobsProvider>
  )
}
