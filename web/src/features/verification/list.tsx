import { Button, Checkbox, Drawer, Flex, Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { toProblem } from '@/api/problem'
import { download } from '@/api/request'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { DataTable, type TableColumn } from '@/components/data-table'
import { ChoiceField, ProgrammeField, useProgrammes } from '@/components/fields'
import { useNotify } from '@/components/notify'
import { Page } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { SearchField, SearchForm } from '@/components/search-form'
import { Status, type Tone } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { useListState } from '@/lib/list-state'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import {
  cancelRequest,
  fetchReports,
  noFilters,
  type Request,
  sendBatch,
  touched,
  useBatches,
  useRequests,
} from './api'
import { FetchDialog } from './fetch-dialog'
import { GatesPanel } from './gates'
import { ReadDialog } from './read-dialog'
import { ReasonDialog } from './reason-dialog'

type Batch = components['schemas']['VerificationBatch']

const tones: Record<Request['status'], Tone> = {
  ready: 'wait',
  sent: 'busy',
  answered: 'good',
  cancelled: 'plain',
}
const lamps: Record<string, Tone> = { green: 'good', yellow: 'wait', red: 'bad', none: 'done' }

function useColumns(cancel: (one: Request) => void): TableColumn<Request>[] {
  const t = useT()
  const may = useMay()
  const word = useWord()
  const programmes = useProgrammes()
  return useMemo(() => {
    const words = t.verification
    const named = (key: string) =>
      word(programmes.data?.items.find((one) => one.key === key)) || key
    return [
      {
        key: 'number',
        title: words.number,
        className: 'num',
        fixedIn: true,
        render: (_v, one) =>
          one.report && may('verify.report.get') ? (
            <Link to={`/verification/reports/${one.report}`}>{one.number}</Link>
          ) : (
            one.number
          ),
      },
      {
        key: 'applicant',
        title: t.cases.applicant,
        fixedIn: true,
        render: (_v, one) => one.applicant,
      },
      { key: 'programme', title: t.common.programme, render: (_v, one) => named(one.programme) },
      { key: 'division', title: t.common.division, render: (_v, one) => one.division.name },
      {
        key: 'persons',
        title: words.persons,
        numeric: true,
        render: (_v, one) => (
          <span title={one.without_number > 0 ? words.without(one.without_number) : undefined}>
            {one.persons}
            {one.without_number > 0 && '*'}
          </span>
        ),
      },
      {
        key: 'status',
        title: words.status,
        render: (_v, one) => (
          <Status tone={tones[one.status]}>{wordFor(words.statuses, one.status)}</Status>
        ),
      },
      {
        key: 'due',
        title: words.due,
        render: (_v, one) =>
          one.due ? <Status tone={lamps[one.lamp] ?? 'plain'}>{one.due}</Status> : '',
      },
      {
        key: 'found',
        title: words.found,
        render: (_v, one) =>
          one.found == null ? '' : one.found > 0 ? words.count(one.found) : words.none,
      },
      {
        key: 'case',
        title: words.caseNumber,
        className: 'num',
        render: (_v, one) => (
          <Link to={`/cases/${one.case}`}>{one.case_number ?? t.cases.one}</Link>
        ),
      },
      { key: 'asked', title: words.asked, className: 'num', render: (_v, one) => one.asked_on },
      {
        key: 'actions',
        title: t.common.actions,
        render: (_v, one) =>
          (one.status === 'ready' || one.status === 'sent') &&
          may('verify.request.cancel') && (
            <Button size="small" onClick={() => cancel(one)}>
              {words.cancel}
            </Button>
          ),
      },
    ]
  }, [t, may, word, programmes.data, cancel])
}

function CancelDialog({ one, onClose }: { one: Request; onClose: () => void }) {
  const t = useT()
  const words = t.verification
  const act = ({ reason }: { reason: string }, key: string) => cancelRequest({ one, reason }, key)
  const command = useCommand(act, {
    success: t.common.done,
    touches: touched,
    quiet: true,
    onDone: onClose,
  })
  return (
    <ReasonDialog
      title={words.cancelTitle}
      label={words.reason}
      text={one.number}
      command={command}
      onClose={onClose}
    />
  )
}

function SendDialog({ chosen, onClose }: { chosen: string[]; onClose: (sent: boolean) => void }) {
  const t = useT()
  const words = t.verification
  const command = useCommand(sendBatch, {
    success: words.sentDone,
    touches: touched,
    quiet: true,
    onDone: () => onClose(true),
  })
  return (
    <Modal
      open
      title={chosen.length > 0 ? words.sendSome(chosen.length) : words.sendAll}
      okText={words.send}
      cancelText={t.common.cancel}
      okButtonProps={{ loading: command.pending }}
      onCancel={() => onClose(false)}
      onOk={() => command.run(chosen)}
    >
      <p className="muted">{words.sendText}</p>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

function Batches({ onClose }: { onClose: () => void }) {
  const t = useT()
  const may = useMay()
  const notify = useNotify()
  const words = t.verification
  const query = useBatches(true)
  const mayFetch = may('verify.batch.create')
  const columns = useMemo<TableColumn<Batch>[]>(
    () => [
      {
        key: 'number',
        title: words.batch,
        className: 'num',
        fixedIn: true,
        render: (_v, b) => b.number,
      },
      { key: 'requests', title: words.households, numeric: true, render: (_v, b) => b.requests },
      { key: 'persons', title: words.persons, numeric: true, render: (_v, b) => b.persons },
      {
        key: 'made',
        title: words.madeAt,
        className: 'num',
        render: (_v, b) => formatTime(b.made_at),
      },
      { key: 'due', title: words.due, className: 'num', render: (_v, b) => b.due },
      {
        key: 'handed',
        title: words.handed,
        className: 'num',
        render: (_v, b) => (b.handed_at ? formatTime(b.handed_at) : words.waiting),
      },
      {
        key: 'file',
        title: words.file,
        fixedIn: true,
        render: (_v, b) =>
          mayFetch && (
            <Button
              size="small"
              onClick={() =>
                void download(`/files/${b.file}`, b.name).catch((e) => notify.problem(toProblem(e)))
              }
            >
              {words.fetch}
            </Button>
          ),
      },
    ],
    [words, mayFetch, notify],
  )
  return (
    <Drawer open size="large" title={words.batches} onClose={onClose}>
      <DataTable
        name="verification-batches"
        numbered={false}
        columns={columns}
        data={query.data ? { items: query.data } : undefined}
        rowKey={(b) => b.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.noBatches}
      />
    </Drawer>
  )
}

type Open = 'send' | 'read' | 'batches'

/** The verification officer's desk: what waits, what is late, the files out and in. */
export default function VerificationPage() {
  const t = useT()
  const may = useMay()
  const words = t.verification
  const list = useListState(noFilters)
  const query = useRequests(list.filters, list.page, list.limit)
  const [cancelling, setCancelling] = useState<Request | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const jobs = useJobs()
  const [fetch, setFetch] = useState<string | null>(null)
  const fetching = useCommand(fetchReports, {
    onDone: (job) => {
      jobs.follow()
      setFetch(job.id)
    },
  })
  const columns = useColumns(setCancelling)
  const ready = useMemo(
    () => new Set(query.data?.items.filter((r) => r.status === 'ready').map((r) => r.id)),
    [query.data],
  )
  const toSend = chosen.filter((id) => ready.has(id))
  const maySend = may('verify.batch.create')
  const pick = (one: Request) => (
    <Checkbox
      aria-label={one.number}
      checked={chosen.includes(one.id)}
      disabled={one.status !== 'ready'}
      onChange={(event) =>
        setChosen((old) =>
          event.target.checked ? [...old, one.id] : old.filter((id) => id !== one.id),
        )
      }
    />
  )
  const all: TableColumn<Request>[] = maySend
    ? [
        { key: 'pick', title: words.send, fixedIn: true, render: (_v, one) => pick(one) },
        ...columns,
      ]
    : columns
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: words.title }]}
      actions={
        <Flex gap={8} wrap>
          <Button onClick={() => setOpen('batches')}>{words.batches}</Button>
          {may('verify.report.fetch') && (
            <Button loading={fetching.pending} onClick={() => fetching.run(null)}>
              {words.fetchReports}
            </Button>
          )}
          {may('verify.report.read') && (
            <Button onClick={() => setOpen('read')}>{words.read}</Button>
          )}
          {maySend && (
            <Button type="primary" onClick={() => setOpen('send')}>
              {toSend.length > 0 ? words.sendSome(toSend.length) : words.sendAll}
            </Button>
          )}
        </Flex>
      }
    >
      <SearchForm values={list.filters} onSearch={list.search} onReset={list.reset}>
        <SearchField name="status" label={words.status}>
          <ChoiceField choices={words.statuses} />
        </SearchField>
        <SearchField name="programme" label={t.common.programme}>
          <ProgrammeField />
        </SearchField>
        <SearchField name="found" label={words.found}>
          <ChoiceField choices={{ yes: words.foundOnly }} />
        </SearchField>
        <SearchField name="q" label={words.search}>
          <Input allowClear maxLength={40} />
        </SearchField>
      </SearchForm>
      <DataTable
        name="verification-requests"
        columns={all}
        data={query.data}
        rowKey={(one) => one.id}
        loading={query.isFetching}
        problem={query.error ? toProblem(query.error) : null}
        retry={() => void query.refetch()}
        empty={words.empty}
        page={list.page}
        limit={list.limit}
        onTurn={list.turn}
      />
      {may('decide.case.gates') && <GatesPanel />}
      {cancelling && <CancelDialog one={cancelling} onClose={() => setCancelling(null)} />}
      {fetch && <FetchDialog job={fetch} onClose={() => setFetch(null)} />}
      {open === 'read' && <ReadDialog onClose={() => setOpen(null)} />}
      {open === 'batches' && <Batches onClose={() => setOpen(null)} />}
      {open === 'send' && (
        <SendDialog
          chosen={toSend}
          onClose={(sent) => {
            if (sent) setChosen([])
            setOpen(null)
          }}
        />
      )}
    </Page>
  )
}
