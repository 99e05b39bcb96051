import { Button, Table } from 'antd'
import { useState } from 'react'
import type { Member } from '@/api/contract'
import { useMay } from '@/auth/session'
import { useT, useWord } from '@/i18n'
import { FactList, factsOf } from './facts'
import { RevealDialog } from './reveal-dialog'

export function MembersTab({ members }: { members: Member[] }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const [shown, setShown] = useState<Member | null>(null)
  const file = t.households.file
  return (
    <>
      <Table<Member>
        size="small"
        rowKey="person_id"
        dataSource={members}
        pagination={false}
        scroll={{ x: 'max-content' }}
        expandable={{
          expandedRowRender: (member) => <FactList facts={factsOf(member.facts)} />,
          rowExpandable: (member) => Object.keys(member.facts).length > 0,
        }}
        columns={[
          {
            title: t.common.name,
            render: (_v, one) => (
              <>
                <b>{one.name}</b>
                {one.to && <span className="faint"> {file.membersGone}</span>}
              </>
            ),
          },
          { title: file.relation, render: (_v, one) => word(one.relation) },
          { title: file.sex, render: (_v, one) => word(one.sex) },
          {
            title: t.common.idNumber,
            className: 'num',
            render: (_v, one) => (
              <>
                {one.id_number}{' '}
                {one.id_number && may('registry.person.reveal') && (
                  <Button size="small" type="link" onClick={() => setShown(one)}>
                    {t.households.reveal.button}
                  </Button>
                )}
              </>
            ),
          },
          { title: file.birth, className: 'num', render: (_v, one) => one.birth },
          {
            title: file.age,
            align: 'right',
            className: 'num',
            render: (_v, one) =>
              one.age === null || one.age === undefined ? '' : file.years(one.age),
          },
          {
            title: file.period,
            className: 'num',
            render: (_v, one) => t.common.period(one.from, one.to),
          },
        ]}
      />
      {shown && <RevealDialog member={shown} onClose={() => setShown(null)} />}
    </>
  )
}
