import { Alert, Button, Drawer, Flex, Form } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord } from '@/i18n'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { handIn, type Progress, saveDraft, useSheet, type Values } from './api'
import { type Change, FormFields } from './form-fields'
import { RestsOn } from './rests-on'

type Sheet = components['schemas']['FormSheet']

export interface FormTask {
  step: string
  form: string
  subject: string | null
}

interface Props {
  id: string
  seen: number
  task: FormTask
  onClose: () => void
  onDone: (one: components['schemas']['Case']) => void
}

/** Saves what is typed a moment after the last key; one save at a time, the last word last. */
function useDraft(id: string, task: FormTask, values: Values, first: Progress) {
  const [progress, setProgress] = useState(first)
  const [failed, setFailed] = useState<unknown>(null)
  const saved = useRef(values)
  const running = useRef<Promise<Progress> | null>(null)
  const save = useCallback(
    async (now: Values): Promise<Progress> => {
      await running.current?.catch(() => undefined)
      saved.current = now
      running.current = saveDraft(id, task.form, task.subject, now)
      try {
        const answer = await running.current
        setProgress(answer)
        setFailed(null)
        return answer
      } catch (error) {
        setFailed(error)
        throw error
      } finally {
        running.current = null
      }
    },
    [id, task.form, task.subject],
  )
  useEffect(() => {
    if (values === saved.current) return
    const timer = setTimeout(() => {
      // Handing in has kept it meanwhile.
      if (values !== saved.current) void save(values).catch(() => undefined)
    }, 700)
    return () => clearTimeout(timer)
  }, [values, save])
  return { progress, failed, save }
}

/** The values of a form: a field changes them as they stand when it has its answer. */
function useValues(first: Values) {
  const [values, setValues] = useState(first)
  const now = useRef(first)
  const change = useCallback((of: Change) => {
    now.current = of(now.current)
    setValues(now.current)
  }, [])
  return { values, now, change }
}

function Filling({ id, seen, task, sheet, onDone }: Props & { sheet: Sheet }) {
  const t = useT()
  const { values, now, change } = useValues(sheet.values as unknown as Values)
  // Uploads that are on their way to a field.
  const coming = useRef(new Set<Promise<unknown>>())
  const [waiting, setWaiting] = useState(false)
  const [strict, setStrict] = useState(false)
  const [first, setFirst] = useState<{ pointer: string } | null>(null)
  // Leads to the first fault once the page shows it.
  useEffect(() => {
    if (first) document.getElementById(`f${first.pointer.replace(/\//g, '-')}`)?.focus()
  }, [first])
  const draft = useDraft(id, task, values, sheet.progress)
  const command = useCommand(handIn, {
    success: t.forms.handedIn,
    touches: [['cases'], ['household'], ['sheet']],
    quiet: true,
    onDone,
  })
  const submit = async () => {
    if (waiting) return
    setWaiting(true)
    try {
      // What is handed in is what stands there once every file has come.
      await Promise.allSettled(coming.current)
      setStrict(true)
      const values = now.current
      const [fault] = (await draft.save(values)).faults
      if (!fault) command.run({ id, seen, ...task, values })
      else setFirst({ pointer: fault.pointer })
    } catch {
      // The failure is shown above the form.
    } finally {
      setWaiting(false)
    }
  }
  const during = async <T,>(work: Promise<T>): Promise<T> => {
    coming.current.add(work)
    return work.finally(() => coming.current.delete(work))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }
  const faults = draft.progress.faults
  const whole = faults.filter((one) => one.pointer === '' || one.pointer.split('/').length === 3)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work from every field inside
    <div onKeyDown={keys}>
      <RestsOn basis={sheet.rests_on} />
      <Form layout="vertical" component="div">
        <FormFields
          fields={sheet.fields}
          values={values}
          path=""
          onChange={change}
          filling={{
            caseId: id,
            asked: draft.progress.asked,
            faults: strict ? faults : faults.filter((one) => one.code !== 'missing'),
            settle: async () => (await draft.save(now.current)).content,
            during,
            signer: sheet.subject_name ?? String(values.申请人姓名 ?? ''),
          }}
        />
      </Form>
      {strict && whole.length > 0 && (
        <Alert type="error" title={whole.map((one) => one.zh).join('；')} showIcon />
      )}
      {draft.failed !== null && <ProblemAlert problem={toProblem(draft.failed)} />}
      {command.problem && <ProblemAlert problem={command.problem} />}
      <Flex align="center" gap={12} style={{ marginTop: 12 }}>
        <Button type="primary" loading={command.pending || waiting} onClick={() => void submit()}>
          {t.forms.handIn}
        </Button>
        <span className="muted">
          {draft.progress.saved_at
            ? t.forms.saved(formatTime(draft.progress.saved_at))
            : t.forms.savedAsYouType}
          {faults.length > 0 && ` · ${t.forms.left(faults.length)}`}
        </span>
      </Flex>
    </div>
  )
}

/** A form of the case beside the case: filled in, saved as one types, handed in with Ctrl+Enter. */
export function FormDrawer(props: Props) {
  const { id, task, onClose } = props
  const word = useWord()
  const query = useSheet(id, task.form, task.subject)
  const sheet = query.data
  return (
    <Drawer
      open
      size="min(1080px, 100vw)"
      title={`${word(sheet)}${sheet?.subject_name ? ` · ${sheet.subject_name}` : ''}`}
      onClose={onClose}
      destroyOnHidden
    >
      <QueryGate query={query}>{(one) => <Filling {...props} sheet={one} />}</QueryGate>
    </Drawer>
  )
}
