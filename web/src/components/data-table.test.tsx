import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { show } from '../test/render'
import { DataTable, type TableColumn } from './data-table'

interface Row {
  id: string
  name: string
  size: number
  place: string
}

const columns: TableColumn<Row>[] = [
  { key: 'name', title: '户主', fixedIn: true, render: (_v, row) => row.name },
  { key: 'size', title: '人口', numeric: true, render: (_v, row) => row.size },
  { key: 'place', title: '区划', render: (_v, row) => row.place },
  { key: 'id', title: '编号', render: (_v, row) => row.id },
]
const data = {
  items: [
    { id: 'a', name: '王秀英', size: 3, place: '永清镇' },
    { id: 'b', name: '李志强', size: 5, place: '红堡镇' },
  ],
  next: null,
  total: { rows: 42 },
}

function table(onOpen = vi.fn()) {
  show(
    <DataTable
      name="test"
      columns={columns}
      data={data}
      rowKey={(row) => row.id}
      page={3}
      limit={20}
      onTurn={() => undefined}
      onOpen={onOpen}
      totals={{ size: '8 人' }}
    />,
  )
  return onOpen
}

describe('the table', () => {
  it('numbers rows through the pages and shows the total row', () => {
    table()
    expect(screen.getByText('41')).toBeTruthy()
    expect(screen.getByText('42')).toBeTruthy()
    expect(screen.getByText('合计')).toBeTruthy()
    expect(screen.getByText('8 人')).toBeTruthy()
    expect(screen.getByText('共 42 条')).toBeTruthy()
  })

  it('moves with the arrows and opens with Enter', async () => {
    const onOpen = table()
    const first = screen.getByText('王秀英').closest('tr')
    first?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('李志强')
    await userEvent.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledWith(data.items[1])
  })

  it('remembers which columns are hidden', () => {
    localStorage.setItem('doudi.columns.test', 'place,name')
    table()
    expect(screen.queryByText('永清镇')).toBeNull()
    expect(screen.getByText('王秀英')).toBeTruthy()
  })
})
