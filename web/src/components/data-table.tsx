import { Button, Empty, Table } from 'antd'
import type { ColumnType } from 'antd/es/table'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import type { Page } from '@/api/contract'
import type { Problem } from '@/api/problem'
import { useT } from '@/i18n'
import { pageSizes } from '@/lib/list-state'
import { formatCount } from '@/lib/money'
import { ColumnChooser, useColumnChoice } from './column-chooser'
import styles from './data-table.module.css'
import { ProblemAlert } from './problem'

export interface TableColumn<T> extends Omit<ColumnType<T>, 'key' | 'title'> {
  key: string
  title: string
  /** Right-aligned tabular figures. */
  numeric?: boolean
  /** Cannot be hidden. */
  fixedIn?: boolean
}

interface DataTableProps<T> {
  /** Names the table in the browser's memory of chosen columns. */
  name: string
  columns: TableColumn<T>[]
  data: Page<T> | T[] | undefined
  rowKey: (row: T) => string
  loading?: boolean
  problem?: Problem | null
  retry?: () => void
  page?: number
  limit?: number
  onTurn?: (page: number, limit: number) => void
  onOpen?: (row: T) => void
  totals?: Record<string, ReactNode>
  tools?: ReactNode
  empty?: ReactNode
  rowClassName?: (row: T) => string
  /** Rows with a number of their own need no 序号 beside it. */
  numbered?: boolean
  /** Rows that may be chosen for one act on many. */
  chosen?: { keys: string[]; choose: (keys: string[], rows: T[]) => void }
}

function move(event: KeyboardEvent<HTMLElement>, open: (() => void) | undefined) {
  if (event.target !== event.currentTarget) return
  const row = event.currentTarget
  if (event.key === 'Enter' && open) {
    event.preventDefault()
    open()
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
  if (next instanceof HTMLElement && next.tabIndex >= -1 && next.dataset.rowKey) {
    event.preventDefault()
    next.focus()
  }
}

/** The list of every page: 序号, totals, page sizes, chosen columns, arrows and Enter on rows. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { name, columns, data, rowKey, page = 1, limit = 20, onTurn, onOpen, totals } = props
  const numbered = props.numbered ?? true
  const t = useT()
  const choice = useColumnChoice(name, columns)
  const rows = Array.isArray(data) ? data : (data?.items ?? [])
  const total = Array.isArray(data) ? data.length : (data?.total?.rows ?? rows.length)
  const offset = onTurn ? (page - 1) * limit : 0

  const shown = useMemo<ColumnType<T>[]>(
    () => [
      ...(numbered
        ? [
            {
              key: '#',
              title: t.common.rowNo,
              width: 58,
              align: 'right' as const,
              className: 'num faint',
              render: (_value: unknown, _row: T, index: number) => offset + index + 1,
            },
          ]
        : []),
      ...columns
        .filter((column) => choice.visible(column.key))
        .map(({ numeric, fixedIn: _fixed, ...column }) => ({
          ...column,
          ...(numeric ? { align: 'right' as const, className: 'num' } : {}),
        })),
    ],
    [columns, choice, offset, numbered, t],
  )

  if (props.problem) return <ProblemAlert problem={props.problem} retry={props.retry} />
  return (
    <section className={`panel ${styles.table}`}>
      <div className={`${styles.bar} no-print`}>
        <span className="faint num">
          {props.loading && !data ? '' : t.common.totalRows(formatCount(total))}
        </span>
        <div className={styles.tools}>
          {props.tools}
          <ColumnChooser columns={columns} choice={choice} />
        </div>
      </div>
      <Table<T>
        size="small"
        columns={shown}
        dataSource={rows}
        rowKey={rowKey}
        loading={props.loading ?? false}
        rowClassName={(row) => props.rowClassName?.(row) ?? ''}
        {...(props.chosen
          ? {
              rowSelection: {
                selectedRowKeys: props.chosen.keys,
                onChange: (keys, picked) => props.chosen?.choose(keys.map(String), picked),
              },
            }
          : {})}
        scroll={{ x: 'max-content' }}
        locale={{
          emptyText: props.loading ? (
            <span className="muted">{t.common.loading}</span>
          ) : (
            (props.empty ?? (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={
                  <>
                    <span className="muted">{t.common.empty}</span>
                    <br />
                    <span className="faint">{t.common.emptyHint}</span>
                  </>
                }
              />
            ))
          ),
        }}
        onRow={(row, index) => ({
          tabIndex: index === 0 ? 0 : -1,
          onKeyDown: (event) => move(event, onOpen && (() => onOpen(row))),
          onDoubleClick: onOpen && (() => onOpen(row)),
        })}
        pagination={
          onTurn
            ? {
                current: page,
                pageSize: limit,
                total,
                pageSizeOptions: pageSizes,
                showSizeChanger: true,
                showQuickJumper: true,
                onChange: onTurn,
                size: 'small',
                className: styles.pages,
              }
            : false
        }
        summary={
          totals && rows.length > 0
            ? () => (
                <Table.Summary.Row className={styles.totals}>
                  {shown.map((column, index) => (
                    <Table.Summary.Cell
                      key={String(column.key)}
                      index={index}
                      align={column.align}
                      className={column.className}
                    >
                      {index === 0 ? t.common.total : totals[String(column.key)]}
                    </Table.Summary.Cell>
                  ))}
                </Table.Summary.Row>
              )
            : undefined
        }
      />
    </section>
  )
}

/** The link of a row: opens its page by mouse and by keyboard. */
export function RowLink({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button type="link" size="small" className={styles.link} onClick={onClick}>
      {children}
    </Button>
  )
}
