import type { Assessment, AssessmentResult } from '@/api/contract'
import { valueText } from '@/features/explain/value-text'
import { type Language, messagesOf, wordFor } from '@/i18n'
import { formulaWords } from '@/lib/formula-words'
import styles from './assess.module.css'
import { pathName, subjectName } from './names'

/** The steps of one result: formula, values put in, what came out, under which clause. */
export function ResultSteps({
  assessment,
  result,
  language,
}: {
  assessment: Assessment
  result: AssessmentResult
  language: Language
}) {
  const t = messagesOf(language)
  const words = t.assess
  const zh = language === 'zh'
  const text = (value: string | null | undefined, unit: string | null | undefined) =>
    valueText(value ?? null, unit, language)
  return (
    <ol className={styles.steps}>
      {result.steps.map((place) => {
        const step = assessment.steps[place]
        if (!step) return null
        return (
          <li key={place}>
            <header>
              <span className="faint">{subjectName(assessment, step.subject)}</span>
              <b>{zh ? step.name : step.label_en || step.name}</b>
              <output className="num">
                {text(step.value, step.unit)} <small>{wordFor(t.common.units, step.unit)}</small>
              </output>
            </header>
            <code>
              <span className="faint">{step.by_default ? words.byDefault : words.formula}　</span>
              {zh ? formulaWords(step.formula) : step.formula}
            </code>
            {step.inputs.length > 0 && (
              <dl>
                {step.inputs.map((input) => (
                  <div key={input.name}>
                    <dt>
                      {pathName(assessment, input.name)}
                      {!zh && <small>{input.label_en}</small>}
                    </dt>
                    <dd>
                      <span className="num">
                        {text(input.value, input.unit)} {wordFor(t.common.units, input.unit)}
                      </span>
                      {input.cite && <small>{input.cite}</small>}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {step.missing.length > 0 && (
              <small>
                {words.missing}：
                {t.common.list(step.missing.map((path) => pathName(assessment, path)))}
              </small>
            )}
            {step.notes.map((note) => (
              <small key={note.zh}>{note[language]}</small>
            ))}
            {step.cite && (
              <small>
                {words.basis}：{step.cite}
              </small>
            )}
          </li>
        )
      })}
    </ol>
  )
}
