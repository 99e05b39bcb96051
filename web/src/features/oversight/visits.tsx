import { Button, Form, Input, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { toProblem } from '@/api/problem'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { DivisionField } from '@/components/division-field'
import { ChoiceField, DateField } from '@/components/fields'
import { Page } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status } from '@/components/status'
import { Watermark } from '@/components/watermark'
import { TaskLamp } from '@/features/tasks/task-title'
import { useSpeech, useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import {
  answerVisits,
  noVisitFilters,
  useOversightWords,
  useRuns,
  useVisits,
  type Visit,
  type VisitFilters,
} from './api'

interface Entered {
  outcome: string
  remark: string
  visited_on: string
}

function ResultDialog({
  ids,
  onClose,
  onDone,
}: {
  ids: string[]
  onClose: () => void
  onDone: () => void
}) {
  const t = useT()
  const word = useWord()
  const known = useOversightWords()
  const [form] = Form.useForm<Entered>()
  const words = t.oversight.visits
  const command = useCommand(answerVisits, {
    success: t.common.done,
    touches: [['oversight'], ['tasks']],
    quiet: true,
    onDone,
  })
  const required = [{ required: true, whitespace: true, message: t.common.required }]
  return (
    <Modal
      open
      title={words.answer}
      okText={t.common.submit}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ visited_on: today() }}
        onFinish={(entered) => command.run({ ids, ...entered, remark: entered.remark.trim() })}
      >
        <Form.Item name="outcome" label={words.outcome} rules={required}>
          <Select
            options={known.data?.visit.map((one) => ({ value: one.key, label: word(one) })) ?? []}
          />
        </Form.Item>
        <Form.Item name="visited_on" label={words.visitedOn}>
          <DateField allowClear={false} />
        </Form.Item>
        <Form.Item name="remark" label={words.remark} rules={required}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** Visits to make, the late ones first; the result is recorded for one or several. */
export default function VisitsPage() {
  const t = useT()
  const word = useWord()
  const { language } = useSpeech()
  const may = useMay()
  const list = useListState<VisitFilters>(noVisitFilters)
  const query = useVisits(list.filters, list.page, list.limit)
  const runs = useRuns({ purpose: 'discovery' }, 1, 100)
  const [selected, setSelected] = useState<string[]>([])
  const [open, setOpen] = useState(false)
  const words = t.oversight.visits
  // biome-ignore lint/correctness/useExhaustiveDependencies: `word` changes exactly when `t` does.
  const columns = useMemo<TableColumn<Visit>[]>(
    () => [
      {
        key: 'name',
        title: words.person,
        fixedIn: true,
        render: (_v, one) =>
          one.household_id ? (
            <Link to={`/households/${one.household_id}`}>{one.name}</Link>
          ) : (
            one.name
          ),
      },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.full_name },
      { key: 'check', title: t.oversight.clue.check, render: (_v, one) => word(one.check) },
      {
        key: 'why',
        title: words.why,
        render: (_v, one) => (
          <span style={{ display: 'inline-block', maxWidth: 320, whiteSpace: 'normal' }}>
            {language === 'zh' ? one.zh : one.en}
          </span>
        ),
      },
      {
        key: 'act',
        title: words.act,
        render: (_v, one) => (
          <span style={{ display: 'inline-block', maxWidth: 240, whiteSpace: 'normal' }}>
            {language === 'zh' ? one.act_zh : one.act_en}
          </span>
        ),
      },
      {
        key: 'due',
        title: t.oversight.clue.due,
        numeric: true,
        render: (_v, one) => (
          <>
            {one.lamp !== 'none' && <TaskLamp lamp={one.lamp} />} {one.due}
          </>
        ),
      },
      {
        key: 'status',
        title: t.common.status,
        render: (_v, one) => (
          <Status tone={one.status === 'done' ? 'done' : 'wait'}>
            {wordFor(words.statuses, one.status)}
          </Status>
        ),
      },
      { key: 'outcome', title: words.outcome, render: (_v, one) => word(one.outcome) },
      { key: 'remark', title: words.remark, render: (_v, one) => one.remark },
      {
        key: 'day',
        title: words.visitedOn,
        className: 'num',
        render: (_v, one) => one.visited_on,
      },
    ],
    [t],
  )
  return (
    <Watermark>
      <Page
        title={words.title}
        note={words.note}
        crumbs={[{ title: t.shell.menu.oversight }, { title: words.title }]}
      >
        <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
          <SearchField name="run" label={t.oversight.clue.run}>
            <ChoiceField
              choices={Object.fromEntries(
                runs.data?.items.map((one) => [one.id, `${one.title} ${one.number}`]) ?? [],
              )}
            />
          </SearchField>
          <SearchField name="status" label={t.common.status}>
            <ChoiceField choices={words.statuses} />
          </SearchField>
          <SearchField name="division" label={t.common.division}>
            <DivisionField />
          </SearchField>
          <SearchField name="overdue" label={t.oversight.clue.overdueOnly}>
            <ChoiceField choices={t.oversight.clue.overdueChoices} />
          </SearchField>
        </SearchForm>
        <DataTable
          name="oversight-visits"
          columns={columns}
          data={query.data}
          rowKey={(one) => one.id}
          loading={query.isFetching}
          problem={query.error ? toProblem(query.error) : null}
          retry={() => void query.refetch()}
          page={list.page}
          limit={list.limit}
          onTurn={list.turn}
          chosen={{ keys: selected, choose: setSelected }}
          tools={
            may('oversight.visit.answer') && (
              <Button size="small" disabled={selected.length === 0} onClick={() => setOpen(true)}>
                {words.answer}
              </Button>
            )
          }
        />
        {open && (
          <ResultDialog
            ids={selected}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false)
              setSelected([])
            }}
          />
        )}
      </Page>
    </Watermark>
  )
}
