import { Button, Flex, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import type { AccountChange } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay, useMe } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, toneOf } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { decideAccount, useAccountChanges } from './api'

const noFilters = { status: '' }

export default function AccountChangesPage() {
  const t = useT()
  const word = useWord()
  const me = useMe()
  const may = useMay()
  const list = useListState(noFilters)
  const query = useAccountChanges(list.filters.status, list.page, list.limit)
  const [open, setOpen] = useState<{ change: AccountChange; verb: 'approve' | 'reject' } | null>(
    null,
  )
  const words = t.households.changes
  const command = useCommand(decideAccount, {
    success: t.common.done,
    touches: [['account-changes'], ['tasks'], ['household']],
    quiet: true,
    onDone: () => setOpen(null),
  })
  const mayDecide = may('registry.account.approve')

  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<AccountChange>[]>(
    () => [
      {
        key: 'person',
        title: t.households.accounts.person,
        fixedIn: true,
        render: (_v, one) => one.person.name,
      },
      { key: 'holder', title: t.households.accounts.holder, render: (_v, one) => one.holder },
      { key: 'bank', title: t.households.accounts.bank, render: (_v, one) => word(one.bank) },
      {
        key: 'account',
        title: t.households.accounts.account,
        className: 'num',
        render: (_v, one) => one.account,
      },
      { key: 'reason', title: t.common.reason, render: (_v, one) => one.reason },
      { key: 'by', title: words.proposedBy, render: (_v, one) => one.proposed_by.name },
      {
        key: 'at',
        title: t.common.time,
        numeric: true,
        render: (_v, one) => formatTime(one.proposed_at),
      },
      { key: 'checked', title: words.approvedBy, render: (_v, one) => one.decided_by?.name },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={toneOf(one.status)}>{wordFor(words.statuses, one.status)}</Status>
        ),
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, change) => {
          if (change.status !== 'proposed' || !mayDecide) return null
          const own = change.proposed_by.id === me.id
          return (
            <Tooltip title={own ? words.own : undefined}>
              <Flex gap={8}>
                <Button
                  size="small"
                  type="primary"
                  disabled={own}
                  onClick={() => setOpen({ change, verb: 'approve' })}
                >
                  {words.approve}
                </Button>
                <Button
                  size="small"
                  disabled={own}
                  onClick={() => setOpen({ change, verb: 'reject' })}
                >
                  {words.reject}
                </Button>
              </Flex>
            </Tooltip>
          )
        },
      },
    ],
    [t, words, mayDecide, me.id],
  )
  return (
    <Watermark>
      <Page
        title={words.title}
        note={t.households.accounts.twoPersons}
        crumbs={[{ title: t.shell.menu.people }, { title: words.title }]}
      >
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="status" label={t.common.status}>
            <ChoiceField choices={words.statuses} />
          </SearchField>
        </SearchForm>
        <DataTable
          name="account-changes"
          columns={columns}
          data={query.data}
          rowKey={(one) => one.id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
        />
        {open && (
          <OpinionDialog
            title={words[open.verb]}
            text={open.verb === 'approve' ? words.approveText : words.rejectText}
            phrases={
              open.verb === 'approve' ? t.decisions.approvePhrases : t.decisions.rejectPhrases
            }
            danger={open.verb === 'reject'}
            required={open.verb === 'reject'}
            pending={command.pending}
            problem={command.problem}
            onCancel={() => {
              command.clear()
              setOpen(null)
            }}
            onSubmit={(opinion) => command.run({ id: open.change.id, verb: open.verb, opinion })}
          />
        )}
      </Page>
    </Watermark>
  )
}
