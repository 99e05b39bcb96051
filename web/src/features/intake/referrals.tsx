import { Button, Flex } from 'antd'
import { useMemo, useState } from 'react'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField } from '@/components/fields'
import { Page } from '@/components/page'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, type Tone } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { type Referral, useReferrals } from './api'
import { ReferDialog } from './refer-dialog'
import { type Step, StepDialog } from './referral-step'

const lamps: Record<string, Tone> = { green: 'good', yellow: 'wait', red: 'bad', none: 'done' }

/** What may be done next with a referral. */
function nextSteps(status: Referral['status']): Step[] {
  if (status === 'sent') return ['receive', 'answer']
  if (status === 'received') return ['answer']
  return status === 'answered' ? ['tell'] : []
}

function useColumns(choose: (one: Referral, step: Step) => void): TableColumn<Referral>[] {
  const t = useT()
  const may = useMay()
  return useMemo(() => {
    const words = t.intake.referrals
    return [
      {
        key: 'number',
        title: t.intake.number,
        className: 'num',
        fixedIn: true,
        render: (_v, one) => one.number,
      },
      { key: 'department', title: words.department, render: (_v, one) => one.department },
      { key: 'about', title: words.about, render: (_v, one) => one.about },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'due',
        title: words.due,
        render: (_v, one) => <Status tone={lamps[one.lamp] ?? 'plain'}>{one.due}</Status>,
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => wordFor(words.statuses, one.status),
      },
      {
        key: 'result',
        title: words.result,
        render: (_v, one) =>
          one.accepted == null
            ? ''
            : `${one.accepted ? words.accepted : words.refused}：${one.answer ?? ''}`,
      },
      {
        key: 'steps',
        title: t.common.actions,
        render: (_v, one) => (
          <Flex gap={6}>
            {nextSteps(one.status)
              .filter((step) => may(`intake.referral.${step}`))
              .map((step) => (
                <Button key={step} size="small" onClick={() => choose(one, step)}>
                  {words[step]}
                </Button>
              ))}
          </Flex>
        ),
      },
    ]
  }, [t, may, choose])
}

/** Matters of other departments, from receipt to the word to the citizen. */
export default function ReferralsPage() {
  const t = useT()
  const may = useMay()
  const words = t.intake.referrals
  const list = useListState({ status: 'open' })
  const query = useReferrals(list.filters, list.page, list.limit)
  const [step, setStep] = useState<{ one: Referral; step: Step } | null>(null)
  const [opening, setOpening] = useState(false)
  const choose = useMemo(() => (one: Referral, kind: Step) => setStep({ one, step: kind }), [])
  const columns = useColumns(choose)
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.intake }, { title: words.title }]}
      actions={
        may('intake.referral.open') && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {words.open}
          </Button>
        )
      }
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="status" label={t.common.status}>
          <ChoiceField choices={words.filters} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="referrals"
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
      {opening && <ReferDialog onClose={() => setOpening(false)} />}
      {step && <StepDialog one={step.one} step={step.step} onClose={() => setStep(null)} />}
    </Page>
  )
}
