import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { MoneyUnit } from './money'
import { recall, remember } from './storage'

interface Preferences {
  unit: MoneyUnit
  setUnit: (unit: MoneyUnit) => void
}

const Context = createContext<Preferences>({ unit: 'yuan', setUnit: () => undefined })

/** 元 or 万元 for sums; the amount of one person or family is always in 元. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [unit, setUnit] = useState<MoneyUnit>(() => (recall('unit') === 'wan' ? 'wan' : 'yuan'))
  const value = useMemo(
    () => ({
      unit,
      setUnit: (next: MoneyUnit) => {
        remember('unit', next)
        setUnit(next)
      },
    }),
    [unit],
  )
  return <Context value={value}>{children}</Context>
}

export function useUnit(): Preferences {
  return useContext(Context)
}
