import { useId } from 'react'
import type { CalculatorQuestion } from '@/api/contract'
import { type Language, messagesOf, wordFor } from '@/i18n'
import { isNumber, typed } from './answers'
import styles from './calculator.module.css'

/** One question in large print: buttons to choose from, or a number to type. */
export function Question({
  question,
  value,
  onChange,
  language,
}: {
  question: CalculatorQuestion
  value: string | undefined
  onChange: (value: string) => void
  language: Language
}) {
  const id = useId()
  const t = messagesOf(language)
  const words = t.calculator
  const help = question.help ? question.help[language] : ''
  if (question.answer === 'choice') {
    const option = (key: string, label: string) => (
      <label key={key} className={styles.choice}>
        <input
          type="radio"
          name={id}
          value={key}
          checked={value === key}
          onChange={() => onChange(key)}
        />
        <span>{label}</span>
      </label>
    )
    return (
      <fieldset className={styles.question}>
        <legend>{question[language]}</legend>
        {help && <p className={styles.help}>{help}</p>}
        <div className={styles.choices}>
          {question.options.map((one) => option(one.value, one[language]))}
          {option('', words.unknown)}
        </div>
      </fieldset>
    )
  }
  const wrong = !isNumber(value ?? '')
  return (
    <div className={styles.question}>
      <label className={styles.ask} htmlFor={id}>
        {question[language]}
      </label>
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className={styles.number}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={value ?? ''}
          aria-invalid={wrong}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => onChange(typed(event.target.value))}
        />
        {question.unit && <span>{wordFor(t.common.units, question.unit)}</span>}
      </div>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {words.number}
        </p>
      )}
    </div>
  )
}
