import { Tag } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { HouseholdRow } from '@/api/contract'
import { Amount, Count } from '@/components/amount'
import type { TableColumn } from '@/components/data-table'
import { useT, useWord } from '@/i18n'
import styles from './list.module.css'

export function useHouseholdColumns(): TableColumn<HouseholdRow>[] {
  const t = useT()
  const word = useWord()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  return useMemo(
    () => [
      {
        key: 'head',
        title: t.households.head,
        fixedIn: true,
        width: 120,
        ellipsis: true,
        render: (_v, row) => <Link to={`/households/${row.id}`}>{row.head.name}</Link>,
      },
      {
        key: 'id_number',
        title: t.common.idNumber,
        className: 'num',
        render: (_v, row) => row.head.id_number,
      },
      {
        key: 'division',
        title: t.common.division,
        width: 150,
        ellipsis: true,
        render: (_v, row) => <span title={row.division.full_name}>{shortPlace(row)}</span>,
      },
      {
        key: 'size',
        title: t.households.size,
        numeric: true,
        render: (_v, row) => <Count value={row.size} />,
      },
      {
        key: 'covered',
        title: t.households.covered,
        numeric: true,
        render: (_v, row) => <Count value={row.covered} />,
      },
      {
        key: 'programmes',
        title: t.households.programmes,
        render: (_v, row) => (
          <div className={styles.tags}>
            {row.programmes.map((one) => (
              <span key={one.key}>
                {word(one)}
                {one.class && ` · ${one.class}`}
              </span>
            ))}
          </div>
        ),
      },
      {
        key: 'monthly',
        title: t.households.monthly,
        numeric: true,
        render: (_v, row) => <Amount value={row.monthly_amount} exact />,
      },
      {
        key: 'labels',
        title: t.households.labels,
        render: (_v, row) => row.labels.map((label) => <Tag key={label}>{label}</Tag>),
      },
      {
        key: 'number',
        title: t.households.number,
        className: 'num',
        render: (_v, row) => row.number,
      },
    ],
    [t],
  )
}

/** Township and village: the county is the same in every row. */
function shortPlace(row: HouseholdRow): string {
  return row.division.full_name.replace(/^.*?(?:县|区|市辖区)(?=.)/, '') || row.division.name
}
