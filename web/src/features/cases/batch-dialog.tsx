import { Alert, Button, Form, Input, Modal, Select, Space } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { ProblemAlert } from '@/components/problem'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { actOnMany, type BatchAnswer, type BatchRequest, useCase } from './api'
import { type Ask, shown, stated } from './ask-field'
import { BatchForms, begun, useAsked, type Written, weighed, written } from './batch-forms'
import { BatchTable } from './batch-table'
import type { Row } from './list'
import { Phrases } from './phrases'

interface Choice {
  step: string
  outcome: string
  reason: string
}

/** The steps at which all chosen cases stand. */
function common(cases: Row[]): Row['waits'] {
  const [first, ...rest] = cases
  const stands = (one: Row, step: string) => one.waits.some((wait) => wait.step === step)
  return (first?.waits ?? []).filter((wait) => rest.every((one) => stands(one, wait.step)))
}

/** What was entered for single cases: by case, by fact. */
type Entered = Record<string, Record<string, string>>

/** One opinion on many cases: checked first, then done; what stays says why. */
export function BatchDialog({ cases, onClose }: { cases: Row[]; onClose: () => void }) {
  const t = useT()
  const word = useWord()
  const words = t.cases.batch
  const steps = useMemo(() => common(cases), [cases])
  const [choice, setChoice] = useState<Choice>({
    step: steps[0]?.step ?? '',
    outcome: '',
    reason: '',
  })
  const [seen, setSeen] = useState<{ outcome: string; answer: BatchAnswer } | null>(null)
  const [checked, setChecked] = useState<BatchAnswer | null>(null)
  const [finished, setFinished] = useState<BatchAnswer | null>(null)
  const [entered, setEntered] = useState<Entered>({})
  const [typed, setTyped] = useState<Written>({})
  const sample = useCase(cases[0]?.id ?? '')
  const outcomes = (sample.data?.actions ?? []).filter((a) => a.step === choice.step)
  const outcome = outcomes.find((a) => a.outcome === choice.outcome)
  // What the outcome asks of each case is looked up as soon as it is chosen.
  const look = useCommand(actOnMany, {
    quiet: true,
    onDone: (answer, { outcome }) => setSeen({ outcome, answer }),
  })
  const looked = seen?.outcome === choice.outcome ? seen.answer : null
  const asked = useAsked(looked)
  const values = begun(asked, outcome?.zh ?? '', typed)
  const command = useCommand(actOnMany, {
    touches: [['cases'], ['tasks'], ['decisions']],
    quiet: true,
    onDone: (answer, { check, outcome }) => {
      if (check) setSeen({ outcome, answer })
      return check ? setChecked(answer) : setFinished(answer)
    },
  })
  const change = (part: Partial<Choice>) => {
    setChoice((now) => ({ ...now, ...part }))
    setChecked(null)
  }
  const choose = (part: Pick<Choice, 'outcome'> & Partial<Choice>) => {
    change(part)
    setSeen(null)
    setEntered({})
    setTyped({})
    if (part.outcome) look.run(bare({ ...choice, ...part }))
  }
  const bare = ({ step, outcome, reason }: Choice): BatchRequest => ({
    step,
    outcome,
    reason: reason.trim() || null,
    forms: {},
    check: true,
    cases: cases.map(({ id, seen }) => ({ case: id, seen, facts: {} })),
  })
  const asks = new Map((looked?.results ?? []).map((one) => [one.case, one.asks]))
  const value = (id: string, ask: Ask) => entered[id]?.[ask.name] ?? shown(ask.value)
  const facts = (id: string) =>
    Object.fromEntries(
      (asks.get(id) ?? []).flatMap((ask) => {
        const text = value(id, ask)
        return text.trim() ? [[ask.name, stated(ask, text)]] : []
      }),
    )
  const request = (check: boolean): BatchRequest => {
    const ready = new Set(checked?.results.filter((one) => one.done).map((one) => one.case))
    const chosen = check ? cases : cases.filter((one) => ready.has(one.id))
    return {
      ...bare(choice),
      forms: written(asked, values, choice.reason.trim()) as BatchRequest['forms'],
      check,
      cases: chosen.map(({ id, seen }) => ({
        case: id,
        seen,
        facts: facts(id) as BatchRequest['cases'][number]['facts'],
      })),
    }
  }
  // What a choice in a form asks for besides is looked up with it.
  const weight = weighed(asked, values)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice is looked up.
  useEffect(() => {
    if (weight) look.run(request(true))
  }, [weight])
  const results = [...(checked?.results ?? []), ...(finished?.results ?? [])]
  const opinion = outcome?.reason || asked.some((one) => one.opinion)
  const complete = looked && (!opinion || choice.reason.trim() !== '')
  return (
    <Modal
      open
      width={960}
      title={`${words.title} · ${t.cases.chosen(cases.length)}`}
      onCancel={onClose}
      footer={
        finished ? (
          <Button type="primary" onClick={onClose}>
            {t.common.close}
          </Button>
        ) : (
          <Space wrap>
            <Button onClick={onClose}>{t.common.cancel}</Button>
            <Button
              disabled={!complete}
              loading={command.pending && !checked}
              onClick={() => command.run(request(true))}
            >
              {words.check}
            </Button>
            <Button
              type="primary"
              disabled={!checked || checked.done === 0}
              loading={command.pending && Boolean(checked)}
              onClick={() => command.run(request(false))}
            >
              {words.run(checked?.done ?? 0)}
            </Button>
          </Space>
        )
      }
    >
      {steps.length === 0 ? (
        <Alert role="note" type="warning" showIcon title={words.nothing} />
      ) : (
        <>
          <p className="muted">{words.note}</p>
          {!finished && (
            <Form layout="vertical">
              <Form.Item label={words.step}>
                <Select
                  aria-label={words.step}
                  value={choice.step}
                  onChange={(step) => choose({ step, outcome: '' })}
                  options={steps.map((one) => ({ value: one.step, label: word(one) }))}
                />
              </Form.Item>
              <Form.Item label={words.outcome}>
                <Select
                  aria-label={words.outcome}
                  value={choice.outcome || null}
                  onChange={(value) => choose({ outcome: value ?? '' })}
                  options={outcomes.map((one) => ({ value: one.outcome, label: word(one) }))}
                />
              </Form.Item>
              <BatchForms
                asked={asked}
                values={values}
                onChange={(next) => {
                  setTyped(next)
                  setChecked(null)
                }}
              />
              <Form.Item label={words.opinion} required={opinion}>
                <Input.TextArea
                  aria-label={words.opinion}
                  rows={2}
                  maxLength={500}
                  value={choice.reason}
                  onChange={(event) => change({ reason: event.target.value })}
                />
                <Phrases text={choice.reason} onText={(reason) => change({ reason })} />
              </Form.Item>
            </Form>
          )}
          {finished && (
            <Alert
              role="status"
              type={finished.refused > 0 ? 'warning' : 'success'}
              showIcon
              title={words.finished(finished.done, cases.length - finished.done)}
            />
          )}
          {looked && (
            <BatchTable
              cases={cases}
              asks={asks}
              value={value}
              onValue={(id, name, text) => {
                setEntered((now) => ({ ...now, [id]: { ...now[id], [name]: text } }))
                setChecked(null)
              }}
              results={new Map(results.map((one) => [one.case, one]))}
              finished={finished !== null}
            />
          )}
          {look.problem && <ProblemAlert problem={look.problem} />}
          {command.problem && <ProblemAlert problem={command.problem} />}
        </>
      )}
    </Modal>
  )
}
