import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { User } from '@/api/contract'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, toneOf } from '@/components/status'
import { useT, useWord } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { noUserFilters, useOrganisations, useUsers } from './api'
import { GrantsDrawer } from './grants-drawer'
import { InitialPassword } from './initial-password'
import { UserActions } from './user-actions'
import { UserDialog } from './user-dialog'

interface SelectFieldProps {
  id?: string
  value?: string
  onChange?: (value: string) => void
  options: { value: string; label: string }[]
}

function OrganisationField({ value, onChange, ...rest }: SelectFieldProps) {
  const t = useT()
  return (
    <Select
      placeholder={t.common.all}
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value || undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? '')}
    />
  )
}

export default function UsersPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const list = useListState(noUserFilters)
  const query = useUsers(list.filters, list.page, list.limit)
  const organisations = useOrganisations(may('directory.organisation.list'))
  const [editing, setEditing] = useState<User | 'new' | null>(null)
  const [granting, setGranting] = useState<string | null>(null)
  const [secret, setSecret] = useState<{ login: string; password: string } | null>(null)
  const words = t.admin.users
  const choices = useMemo(
    () => organisations.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? [],
    [organisations.data],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<User>[]>(
    () => [
      { key: 'login', title: words.login, fixedIn: true, render: (_v, one) => <b>{one.login}</b> },
      { key: 'name', title: words.name, fixedIn: true, render: (_v, one) => one.name },
      {
        key: 'organisation',
        title: words.organisation,
        render: (_v, one) => one.organisation.name,
      },
      {
        key: 'grants',
        title: words.roleArea,
        render: (_v, one) =>
          one.grants.length === 0 ? (
            <span className="faint">{words.noGrants}</span>
          ) : (
            one.grants.map((grant) => (
              <div key={grant.id}>
                {word(grant.role)} <span className="faint">{grant.division.name}</span>
              </div>
            ))
          ),
      },
      {
        key: 'last',
        title: words.lastLogin,
        className: 'num',
        render: (_v, one) =>
          one.last_login ? (
            formatTime(one.last_login)
          ) : (
            <span className="faint">{words.never}</span>
          ),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={one.status === 'locked' ? 'bad' : toneOf(one.status)}>
            {words.statuses[one.status]}
          </Status>
        ),
      },
      {
        key: 'actions',
        title: t.common.actions,
        fixedIn: true,
        render: (_v, one) => (
          <UserActions
            user={one}
            onEdit={() => setEditing(one)}
            onGrants={() => setGranting(one.id)}
            onSecret={(password) => setSecret({ login: one.login, password })}
          />
        ),
      },
    ],
    [t, words],
  )
  const granted = query.data?.items.find((one) => one.id === granting)
  return (
    <Page
      title={words.title}
      crumbs={[{ title: t.shell.menu.admin }, { title: words.title }]}
      actions={
        may('directory.user.create') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {words.create}
          </Button>
        )
      }
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="q" label={words.name}>
          <Input allowClear maxLength={40} placeholder={words.search} />
        </SearchField>
        <SearchField name="organisation" label={words.organisation}>
          <OrganisationField options={choices} />
        </SearchField>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={words.statuses} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="users"
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
      {editing && (
        <UserDialog
          user={editing === 'new' ? null : editing}
          organisations={choices}
          onClose={() => setEditing(null)}
          onSecret={(login, password) => setSecret({ login, password })}
        />
      )}
      {granted && <GrantsDrawer user={granted} onClose={() => setGranting(null)} />}
      {secret && <InitialPassword {...secret} onClose={() => setSecret(null)} />}
    </Page>
  )
}
