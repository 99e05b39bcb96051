import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { Amount, Count } from '@/components/amount'
import { DataTable } from '@/components/data-table'
import { Page } from '@/components/page'
import { Watermark } from '@/components/watermark'
import { useT } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { noFilters, useHouseholds } from './api'
import { useHouseholdColumns } from './columns'
import { ExportDialog } from './export-dialog'
import { HouseholdSearch } from './filters'

export default function HouseholdsPage() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const list = useListState(noFilters)
  const query = useHouseholds(list.filters, list.page, list.limit)
  const columns = useHouseholdColumns()
  const [exporting, setExporting] = useState(false)
  const total = query.data?.total
  return (
    <Watermark>
      <Page
        title={t.households.title}
        crumbs={[{ title: t.shell.menu.people }, { title: t.households.title }]}
      >
        <HouseholdSearch list={list} />
        <DataTable
          name="households"
          columns={columns}
          data={query.data}
          rowKey={(row) => row.id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
          onOpen={(row) => navigate(`/households/${row.id}`)}
          totals={
            total
              ? {
                  head: (
                    <>
                      <Count value={total.households ?? total.rows} /> {t.common.householdsShort}
                    </>
                  ),
                  covered: (
                    <>
                      <Count value={total.persons} /> {t.common.personsShort}
                    </>
                  ),
                  monthly: <Amount value={total.amount} exact />,
                }
              : undefined
          }
          tools={
            may('registry.household.export') && (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                disabled={!total?.rows}
                onClick={() => setExporting(true)}
              >
                {t.common.export}
              </Button>
            )
          }
        />
        {exporting && (
          <ExportDialog
            filters={list.filters}
            rows={total?.rows ?? 0}
            onClose={() => setExporting(false)}
          />
        )}
      </Page>
    </Watermark>
  )
}
