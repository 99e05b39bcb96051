import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Assessment, AssessmentResult } from '@/api/contract'
import { Status, type Tone } from '@/components/status'
import { useSpeech, useWord, wordFor } from '@/i18n'
import { formatMoney } from '@/lib/money'
import styles from './assess.module.css'
import { byOwner, whose } from './names'
import { ResultSteps } from './steps'

export const tones: Record<string, Tone> = {
  符合: 'good',
  未知: 'wait',
  让位: 'plain',
  不符合: 'plain',
  不适用: 'plain',
}

/** What an amount comes to, in words: 元/月, once, or nothing. */
export function useAmount(): (result: Pick<AssessmentResult, 'monthly' | 'once'>) => string {
  const { t } = useSpeech()
  return ({ monthly, once }) => {
    const parts: string[] = []
    if (monthly) parts.push(`${formatMoney(monthly)} ${t.common.perMonth}`)
    if (once) parts.push(`${formatMoney(once)} ${t.common.unitYuan}（${t.assess.once}）`)
    return parts.join(' + ')
  }
}

/** One programme: verdict, amount, why, what is missing with a link to enter it, and the steps. */
export function ResultRow({
  assessment,
  result,
}: {
  assessment: Assessment
  result: AssessmentResult
}) {
  const { t, language } = useSpeech()
  const word = useWord()
  const amount = useAmount()
  const [open, setOpen] = useState(false)
  const words = t.assess
  return (
    <section className={styles.result}>
      <header>
        <strong>
          <Link to={`/programmes/${result.programme.key}?on=${assessment.as_of}`}>
            {word(result.programme)}
          </Link>
        </strong>
        <span>{whose(assessment, result, t)}</span>
        <Status tone={tones[result.verdict] ?? 'plain'}>
          {wordFor(words.verdicts, result.verdict)}
        </Status>
        {result.single && <Tag>{words.singleWay}</Tag>}
        {!result.pays && <Tag>{words.recognised}</Tag>}
        <output className="num">{amount(result)}</output>
      </header>
      {result.reasons.length > 0 && (
        <p className="muted">{result.reasons.map((one) => one[language]).join('；')}</p>
      )}
      {result.missing.length > 0 && (
        <p className={styles.todo}>
          <b>{words.missing}</b>
          {byOwner(assessment, result.missing, t, language).map((group) => (
            <span key={group.owner}>
              　{group.owner} {t.common.list(group.facts)}
            </span>
          ))}
        </p>
      )}
      {result.cites.length > 0 && (
        <p className="faint">
          {words.cites}：{t.common.list(result.cites)}
        </p>
      )}
      {result.steps.length > 0 && (
        <>
          <Button
            type="link"
            size="small"
            className="no-print"
            style={{ paddingInline: 0 }}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {words.stepsHidden}（{words.stepCount(result.steps.length)}）
          </Button>
          {open && <ResultSteps assessment={assessment} result={result} language={language} />}
        </>
      )}
    </section>
  )
}
