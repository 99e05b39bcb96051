import { CheckCircleTwoTone } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { components } from '@/api/schema'
import { Panel } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { formatTime } from '@/lib/time'
import { FiledDrawer } from './forms/filed-drawer'
import { FormDrawer, type FormTask } from './forms/form-drawer'
import { PrintForm } from './forms/print-form'

type Case = components['schemas']['Case']

const same = (a: FormTask, b: FormTask) =>
  a.step === b.step && a.form === b.form && a.subject === b.subject

/** The forms of the open steps to fill in, one after the other, and those handed in to read. */
export function FormsPanel({ one, onCase }: { one: Case; onCase: (one: Case) => void }) {
  const t = useT()
  const word = useWord()
  const [params] = useSearchParams()
  const [task, setTask] = useState<FormTask | null>(() => {
    // From the counter the first form opens by itself.
    const first = params.get('fill') ? one.forms.find((form) => form.may && !form.filed) : null
    return first ? { step: first.step, form: first.form, subject: first.subject ?? null } : null
  })
  const [read, setRead] = useState<FormTask | null>(null)
  const name = (subject?: string | null) =>
    one.parties.find((party) => party.person === subject)?.name ?? ''
  const tasks = (from: Case) =>
    from.forms
      .filter((form) => form.may)
      .map(({ step, form, subject, filed }) => ({ step, form, subject: subject ?? null, filed }))
  // After one form the next that still lacks opens by itself.
  const next = (after: Case) => {
    onCase(after)
    const left = tasks(after).find((other) => !other.filed && !(task && same(other, task)))
    setTask(left ? { step: left.step, form: left.form, subject: left.subject } : null)
  }
  const open = one.forms
  const earlier = one.filed.filter(
    (filed) =>
      !open.some(
        (form) => form.form === filed.form && form.subject === filed.subject && form.filed,
      ),
  )
  if (open.length === 0 && earlier.length === 0) return null
  return (
    <Panel title={t.forms.title}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {open.map((form) => {
          const here = { step: form.step, form: form.form, subject: form.subject ?? null }
          return (
            <li key={`${form.step}/${form.form}/${form.subject ?? ''}`}>
              <Flex gap={8} align="center" wrap>
                {form.filed && <CheckCircleTwoTone twoToneColor="#2f855a" />}
                <span>
                  {word(form)} {name(form.subject)}
                </span>
                {form.may && one.status === 'open' && (
                  <Button
                    size="small"
                    type={form.filed ? 'default' : 'primary'}
                    onClick={() => setTask(here)}
                  >
                    {form.filed ? t.forms.correct : t.forms.fill}
                  </Button>
                )}
                {form.filed && (
                  <Button size="small" onClick={() => setRead(here)}>
                    {t.forms.read}
                  </Button>
                )}
                <PrintForm
                  id={one.id}
                  form={form.form}
                  subject={here.subject}
                  blank={!form.filed}
                />
              </Flex>
            </li>
          )
        })}
        {earlier.map((filed) => (
          <li key={`${filed.form}/${filed.subject ?? ''}`}>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                setRead({ step: filed.step, form: filed.form, subject: filed.subject ?? null })
              }
            >
              {word(filed)} {name(filed.subject)}
            </button>{' '}
            <span className="muted">
              {filed.by.name} {formatTime(filed.at)}
            </span>{' '}
            <PrintForm
              id={one.id}
              form={filed.form}
              subject={filed.subject ?? null}
              blank={false}
            />
          </li>
        ))}
      </ul>
      {task && (
        <FormDrawer
          key={`${task.form}/${task.subject ?? ''}`}
          id={one.id}
          seen={one.seen}
          task={task}
          onClose={() => setTask(null)}
          onDone={next}
        />
      )}
      {read && (
        <FiledDrawer
          id={one.id}
          form={read.form}
          subject={read.subject}
          onClose={() => setRead(null)}
        />
      )}
    </Panel>
  )
}
