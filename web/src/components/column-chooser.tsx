import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useMemo, useState } from 'react'
import { useT } from '@/i18n'
import { recall, remember } from '@/lib/storage'

interface Choosable {
  key: string
  title: string
  fixedIn?: boolean
}

export interface ColumnChoice {
  visible: (key: string) => boolean
  hidden: string[]
  set: (hidden: string[]) => void
}

export function useColumnChoice(name: string, columns: readonly Choosable[]): ColumnChoice {
  const [hidden, setHidden] = useState<string[]>(
    () => recall(`columns.${name}`)?.split(',').filter(Boolean) ?? [],
  )
  return useMemo(() => {
    const kept = new Set(columns.filter((column) => column.fixedIn).map((column) => column.key))
    return {
      hidden,
      visible: (key) => kept.has(key) || !hidden.includes(key),
      set: (next) => {
        remember(`columns.${name}`, next.join(','))
        setHidden(next)
      },
    }
  }, [name, columns, hidden])
}

export function ColumnChooser({
  columns,
  choice,
}: {
  columns: readonly Choosable[]
  choice: ColumnChoice
}) {
  const t = useT()
  const open = columns.filter((column) => !column.fixedIn)
  if (open.length < 3) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t.common.columns}
      content={
        <div style={{ display: 'grid', gap: 6, minWidth: 180 }}>
          {open.map((column) => (
            <Checkbox
              key={column.key}
              checked={choice.visible(column.key)}
              onChange={(event) =>
                choice.set(
                  event.target.checked
                    ? choice.hidden.filter((key) => key !== column.key)
                    : [...choice.hidden, column.key],
                )
              }
            >
              {column.title}
            </Checkbox>
          ))}
          <Button size="small" onClick={() => choice.set([])}>
            {t.common.columnsReset}
          </Button>
        </div>
      }
    >
      <Button size="small" icon={<SettingOutlined />}>
        {t.common.columns}
      </Button>
    </Popover>
  )
}
