import { Segmented } from 'antd'
import { useState } from 'react'
import type { AdjustmentShown, Explanation, ExplanationStep } from '@/api/contract'
import { type Language, messagesOf, useSpeech, wordFor } from '@/i18n'
import { formulaWords } from '@/lib/formula-words'
import { formatMoney } from '@/lib/money'
import styles from './sheet.module.css'
import { valueText } from './value-text'

function Step({
  step,
  number,
  language,
}: {
  step: ExplanationStep
  number: number
  language: Language
}) {
  const t = messagesOf(language)
  const words = t.disburse.explain
  const unit = (code: string | null | undefined) => wordFor(t.common.units, code)
  return (
    <li className={styles.step}>
      <header>
        <span className={styles.number}>{number}</span>
        <b>{language === 'zh' ? step.name : step.label_en || step.name}</b>
        <output className="num">
          {valueText(step.value, step.unit, language)} <small>{unit(step.unit)}</small>
        </output>
      </header>
      <p className={styles.formula}>
        <span>{words.formula}</span>
        <code>{language === 'zh' ? formulaWords(step.formula) : step.formula}</code>
      </p>
      {step.inputs.length > 0 && (
        <dl className={styles.inputs}>
          {step.inputs.map((input) => (
            <div key={input.name}>
              <dt>{language === 'zh' ? input.name : input.label_en || input.name}</dt>
              <dd>
                <span className="num">
                  {valueText(input.value, input.unit, language)} {unit(input.unit)}
                </span>
                {(input.cite || input.source) && <small>{input.cite || input.source}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {step.missing.length > 0 && (
        <p className={styles.cite}>
          {words.missing} {messagesOf(language).common.list(step.missing)}
        </p>
      )}
      {step.notes.map((note) => (
        <p key={note.zh} className={styles.cite}>
          {note[language]}
        </p>
      ))}
      {step.cite && (
        <p className={styles.cite}>
          {words.basis}：{step.cite}
        </p>
      )}
    </li>
  )
}

/** What a line of arrears or recovery adjusts: earlier lines, the month anew, decisions between. */
function Adjustment({ of: it, language }: { of: AdjustmentShown; language: Language }) {
  const t = messagesOf(language)
  const words = t.disburse.explain
  const yuan = (amount: string) => (
    <dd className="num">
      {formatMoney(amount)} {t.common.unitYuan}
    </dd>
  )
  return (
    <section>
      <h3>{words.adjustment}</h3>
      <p className={styles.plain}>{words.adjusted(it.for_month)}</p>
      <dl className={styles.inputs}>
        {it.lines.map((line) => (
          <div key={`${line.month}${line.kind}`}>
            <dt>
              {words.earlier(line.month)} · {wordFor(t.households.payments.kinds, line.kind)}
            </dt>
            {yuan(line.kind === 'recovery' ? `-${line.amount}` : line.amount)}
          </div>
        ))}
        <div>
          <dt>{words.entitled}</dt>
          {yuan(it.entitled)}
        </div>
        <div>
          <dt>{words.recomputed}</dt>
          {yuan(it.recomputed)}
        </div>
      </dl>
      {it.decisions.map((decision) => (
        <p key={decision.id} className={styles.cite}>
          {decision.number} · {wordFor(t.decisions.kinds, decision.kind)} ·{' '}
          {words.decision(decision.from)} · {decision.reason}
        </p>
      ))}
      {it.decisions.length === 0 && it.standard_from && (
        <p className={styles.cite}>{words.standard(it.standard_from)}</p>
      )}
    </section>
  )
}

/**
 * How an amount was computed, for an officer and for the family: a plain
 * sentence first, then each step with its formula, values, units and clauses.
 * The sheet has its own language, since the reader may not be the officer.
 */
export function ExplanationSheet({ explanation }: { explanation: Explanation }) {
  const speech = useSpeech()
  const [language, setLanguage] = useState<Language>(speech.language)
  const t = messagesOf(language)
  const words = t.disburse.explain
  return (
    <article lang={language === 'zh' ? 'zh-CN' : 'en'} className={styles.sheet}>
      <Segmented<Language>
        className="no-print"
        size="small"
        aria-label={speech.t.disburse.explain.language}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <h2 className="print-only">{words.printTitle}</h2>
      <header className={styles.head}>
        <div>
          <b>{words.whose(explanation.person_name, explanation.month)}</b>
          <span className="muted">{explanation.programme[language]}</span>
        </div>
        <div className={styles.amount}>
          <span className="faint">
            {wordFor(words.resultOf, explanation.adjustment?.kind ?? 'current')}
          </span>
          <strong className="num">
            {formatMoney(explanation.amount)} <small>{t.common.unitYuan}</small>
          </strong>
        </div>
      </header>
      <section>
        <h3>{words.plain}</h3>
        <p className={styles.plain}>
          {language === 'zh' ? explanation.text_zh : explanation.text_en}
        </p>
      </section>
      {explanation.adjustment && <Adjustment of={explanation.adjustment} language={language} />}
      {explanation.steps.length > 0 && (
        <section>
          <h3>{words.steps}</h3>
          <ol className={styles.steps}>
            {explanation.steps.map((step, index) => (
              <Step
                key={`${step.subject}.${step.name}`}
                step={step}
                number={index + 1}
                language={language}
              />
            ))}
          </ol>
        </section>
      )}
      <footer className={styles.foot}>
        <p>
          {words.release} {explanation.release.version} ·{' '}
          <code>{explanation.release.digest.slice(0, 16)}</code>
        </p>
        <p className="print-only">{words.printFoot}</p>
      </footer>
    </article>
  )
}
