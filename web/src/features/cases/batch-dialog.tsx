import { Alert, Button, Form, Input, Modal, Select, Space, Table } from 'antd'
import { useMemo, useState } from 'react'
import { ProblemAlert } from '@/components/problem'
import { Status } from '@/components/status'
import { useT, useWord } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { actOnMany, type BatchAnswer, type BatchRequest, useCase } from './api'
import { BatchForms, useAsked, type Written, written } from './batch-forms'
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

/** Facts as the server proposed them, sent back as what the officer confirms. */
function stated(facts: unknown): Record<string, never> {
  return facts as Record<string, never>
}

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
  const [checked, setChecked] = useState<BatchAnswer | null>(null)
  const [finished, setFinished] = useState<BatchAnswer | null>(null)
  const sample = useCase(cases[0]?.id ?? '')
  const outcomes = (sample.data?.actions ?? []).filter((a) => a.step === choice.step)
  const outcome = outcomes.find((a) => a.outcome === choice.outcome)
  const lacking = (sample.data?.forms ?? []).filter(
    (one) =>
      outcome &&
      !outcome.light &&
      one.step === choice.step &&
      one.may &&
      !one.filed &&
      !one.subject,
  )
  const asked = useAsked(
    cases[0]?.id ?? '',
    lacking.map(({ form }) => form),
  )
  const [values, setValues] = useState<Written>({})
  const command = useCommand(actOnMany, {
    touches: [['cases'], ['tasks'], ['decisions']],
    quiet: true,
    onDone: (answer, asked) => (asked.check ? setChecked(answer) : setFinished(answer)),
  })
  const change = (part: Partial<Choice>) => {
    setChoice((now) => ({ ...now, ...part }))
    setChecked(null)
  }
  const request = (check: boolean): BatchRequest => {
    const ready = checked?.results.filter((one) => one.done) ?? []
    const facts = new Map(ready.map((one) => [one.case, stated(one.facts)]))
    const chosen = check ? cases : cases.filter((one) => facts.has(one.id))
    return {
      step: choice.step,
      outcome: choice.outcome,
      reason: choice.reason.trim() || null,
      forms: written(asked, values, choice.reason.trim()) as BatchRequest['forms'],
      check,
      cases: chosen.map((one) => ({
        case: one.id,
        seen: one.seen,
        facts: facts.get(one.id) ?? {},
      })),
    }
  }
  const shown = finished ?? checked
  const named = new Map(cases.map((one) => [one.id, one]))
  const opinion = outcome?.reason || asked.some((one) => one.opinion)
  const complete = outcome && (!opinion || choice.reason.trim() !== '')
  return (
    <Modal
      open
      width={880}
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
                  onChange={(step) => change({ step, outcome: '' })}
                  options={steps.map((one) => ({ value: one.step, label: word(one) }))}
                />
              </Form.Item>
              <Form.Item label={words.outcome}>
                <Select
                  aria-label={words.outcome}
                  value={choice.outcome || null}
                  onChange={(value) => change({ outcome: value ?? '' })}
                  options={outcomes.map((one) => ({ value: one.outcome, label: word(one) }))}
                />
              </Form.Item>
              <BatchForms
                asked={asked}
                caseId={cases[0]?.id ?? ''}
                values={values}
                onChange={(next) => {
                  setValues(next)
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
          {shown && (
            <Table
              size="small"
              rowKey="case"
              pagination={false}
              dataSource={shown.results}
              scroll={{ x: true, y: 280 }}
              columns={[
                { key: 'n', title: t.cases.number, className: 'num', dataIndex: 'number' },
                {
                  key: 'a',
                  title: t.cases.applicant,
                  render: (_v, one) => named.get(one.case)?.applicant,
                },
                {
                  key: 's',
                  title: t.common.status,
                  render: (_v, one) => (
                    <Status tone={one.done ? 'good' : 'bad'}>
                      {one.done ? (finished ? words.done : words.ready) : words.refused}
                    </Status>
                  ),
                },
                {
                  key: 'w',
                  title: t.common.reason,
                  render: (_v, one) =>
                    one.done
                      ? Object.entries(one.facts)
                          .map(([name, value]) => `${name} ${String(value)}`)
                          .join('；')
                      : `${word({ zh: one.zh ?? '', en: one.en ?? '' })} ${one.missing.join('、')}`,
                },
              ]}
            />
          )}
          {command.problem && <ProblemAlert problem={command.problem} />}
        </>
      )}
    </Modal>
  )
}
