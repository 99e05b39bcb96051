import {
  BellOutlined,
  LockOutlined,
  LogoutOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Badge, Button, Dropdown, Layout, Segmented } from 'antd'
import { useState } from 'react'
import { useMe, useSession } from '@/auth/session'
import { Emblem } from '@/components/emblem'
import { ChangePassword } from '@/features/session/change-password'
import { useSpeech, useWord } from '@/i18n'
import type { MoneyUnit } from '@/lib/money'
import { useUnit } from '@/lib/preferences'
import { useJobs } from './jobs'
import styles from './top-bar.module.css'

export function TopBar({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const { t, language, setLanguage } = useSpeech()
  const { unit, setUnit } = useUnit()
  const me = useMe()
  const { signOut } = useSession()
  const jobs = useJobs()
  const word = useWord()
  const [changing, setChanging] = useState(false)
  return (
    <Layout.Header className={`on-ink no-print ${styles.bar}`}>
      <Button
        type="text"
        className={styles.tool}
        aria-label={folded ? t.shell.unfoldMenu : t.shell.foldMenu}
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        onClick={onFold}
      />
      <Emblem size={28} />
      <span className={styles.product}>
        <b>{t.common.product}</b>
        <span>{t.common.productFull}</span>
      </span>
      <span className={styles.organisation} title={me.division.full_name}>
        {me.organisation.name}
      </span>
      <Segmented<MoneyUnit>
        size="small"
        className={styles.unit}
        aria-label={t.shell.unit}
        value={unit}
        onChange={setUnit}
        options={[
          { value: 'yuan', label: t.common.unitYuan },
          { value: 'wan', label: t.common.unitWan },
        ]}
      />
      <Button
        type="text"
        className={styles.tool}
        aria-label={t.shell.languageLabel}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t.shell.language}
      </Button>
      <Badge count={jobs.running} size="small" offset={[-6, 8]}>
        <Button
          type="text"
          className={styles.tool}
          aria-label={t.shell.jobs}
          title={t.shell.jobs}
          icon={<BellOutlined />}
          onClick={jobs.show}
        />
      </Badge>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <div className={styles.who}>
                  <b>{me.name}</b> <span className="faint">{me.login}</span>
                  <div>{t.common.list(me.roles.map(word))}</div>
                  <div className="faint">{me.division.full_name}</div>
                </div>
              ),
            },
            { key: 'password', icon: <LockOutlined />, label: t.shell.changePassword },
            { type: 'divider' },
            { key: 'out', icon: <LogoutOutlined />, label: t.shell.signOut },
          ],
          onClick: ({ key }) => {
            if (key === 'password') setChanging(true)
            if (key === 'out') void signOut('left')
          },
        }}
      >
        <Button type="text" className={styles.tool} icon={<UserOutlined />}>
          <span className={styles.name}>{me.name}</span>
        </Button>
      </Dropdown>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </Layout.Header>
  )
}
