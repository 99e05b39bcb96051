import { Menu } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { useMay } from '@/auth/session'
import { useT } from '@/i18n'
import { currentPath, menuOf, permitted } from './menu'

export function SideMenu({ folded, onGo }: { folded: boolean; onGo?: () => void }) {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const groups = permitted(menuOf(t), may)
  const item = (entry: { path: string; title: string }) => ({
    key: entry.path,
    label: entry.title,
  })
  return (
    <nav aria-label={t.shell.menuLabel}>
      <Menu
        mode="inline"
        inlineCollapsed={folded}
        inlineIndent={16}
        selectedKeys={[currentPath(groups, pathname)]}
        defaultOpenKeys={folded ? [] : groups.map((group) => group.key)}
        onClick={({ key }) => {
          navigate(key)
          onGo?.()
        }}
        items={groups.map((group) => {
          const only = group.entries.length === 1 ? group.entries[0] : undefined
          return only
            ? { ...item(only), icon: group.icon }
            : {
                key: group.key,
                icon: group.icon,
                label: group.title,
                children: group.entries.map(item),
              }
        })}
        style={{ border: 0 }}
      />
    </nav>
  )
}
