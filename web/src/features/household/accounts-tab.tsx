import { Alert, Button, Empty, Table } from 'antd'
import { useState } from 'react'
import type { Account, HouseholdFile } from '@/api/contract'
import { useMay } from '@/auth/session'
import { QueryGate } from '@/components/query-gate'
import { ProposeAccount } from '@/features/accounts/propose'
import { useT, useWord } from '@/i18n'
import { useAccounts } from './api'
import styles from './household.module.css'

export function AccountsTab({ household }: { household: HouseholdFile }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const query = useAccounts(household.id)
  const [open, setOpen] = useState(false)
  const words = t.households.accounts
  return (
    <div className={styles.tab}>
      <Alert
        role="note"
        type="info"
        title={words.twoPersons}
        style={{ marginBottom: 12 }}
        action={
          may('registry.account.propose') && (
            <Button size="small" type="primary" onClick={() => setOpen(true)}>
              {words.propose}
            </Button>
          )
        }
      />
      <QueryGate query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />
          ) : (
            <Table<Account>
              size="small"
              rowKey="id"
              dataSource={items}
              pagination={false}
              scroll={{ x: 'max-content' }}
              columns={[
                { title: words.person, render: (_v, one) => one.person.name },
                { title: words.holder, dataIndex: 'holder' },
                { title: words.bank, render: (_v, one) => word(one.bank) },
                { title: words.account, dataIndex: 'account', className: 'num' },
                {
                  title: words.validFrom,
                  className: 'num',
                  render: (_v, one) => one.valid_from,
                },
              ]}
            />
          )
        }
      </QueryGate>
      {open && <ProposeAccount household={household} onClose={() => setOpen(false)} />}
    </div>
  )
}
