import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PolicyFormula, PolicyTable } from '@/api/contract'
import { useSpeech, useT, useWord, wordFor } from '@/i18n'
import { formulaWords } from '@/lib/formula-words'
import styles from './policy.module.css'
import { type PolicyScope, scoped } from './scope'

/** The text of a formula, with a link at every name of which more is known. */
export function linked(text: string, targets: Map<string, string>): ReactNode[] {
  const names = [...targets.keys()].sort((left, right) => right.length - left.length)
  const parts: ReactNode[] = []
  let plain = ''
  let at = 0
  while (at < text.length) {
    const name = names.find((one) => text.startsWith(one, at))
    if (name) {
      if (plain) parts.push(plain)
      plain = ''
      const to = targets.get(name) ?? ''
      parts.push(
        to.startsWith('/') ? (
          <Link key={at} to={to}>
            {name}
          </Link>
        ) : (
          name
        ),
      )
      at += name.length
    } else {
      plain += text[at]
      at += 1
    }
  }
  if (plain) parts.push(plain)
  return parts
}

/**
 * A formula as it is read: in Chinese words for Chinese readers, with the text of the pack a
 * click away, since that is what counts.
 */
export function FormulaText({ text, targets }: { text: string; targets: Map<string, string> }) {
  const { t, language } = useSpeech()
  const read = language === 'zh' ? formulaWords(text) : text
  return (
    <>
      <code className={styles.formula}>{linked(read, targets)}</code>
      {read !== text && (
        <details className={`${styles.original} no-print`}>
          <summary>{t.policy.browse.asText}</summary>
          <code>{text}</code>
        </details>
      )}
    </>
  )
}

/** A decision table as a table: a column for each question, a row for each rule. */
export function DecisionTable({ table }: { table: PolicyTable }) {
  const { t, language } = useSpeech()
  const words = t.policy.browse
  const read = (text: string) => (language === 'zh' ? formulaWords(text) : text)
  return (
    <div className={styles.tableWrap}>
      <table className={styles.decision}>
        <caption>
          {words.table} · {table.hit}：{wordFor(words.hits, table.hit)}
        </caption>
        <thead>
          <tr>
            {table.inputs.map((input) => (
              <th key={input} scope="col">
                {read(input)}
              </th>
            ))}
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={`${row.cells.join('|')}→${row.output}`}>
              {row.cells.map((cell, column) => (
                <td key={table.inputs[column] ?? column}>{read(cell)}</td>
              ))}
              <td>{read(row.output)}</td>
            </tr>
          ))}
          {table.default && (
            <tr>
              <td colSpan={table.inputs.length}>{words.otherwise}</td>
              <td>{read(table.default)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** One formula of a programme: what it is called, how it computes, under which clause. */
export function FormulaItem({
  formula,
  targets,
  scope,
}: {
  formula: PolicyFormula
  targets: Map<string, string>
  scope: PolicyScope
}) {
  const t = useT()
  const word = useWord()
  const words = t.policy.browse
  return (
    <li id={`f-${formula.key}`}>
      <header>
        <h4>{word(formula)}</h4>
        {formula.unit && <Tag>{wordFor(t.common.units, formula.unit)}</Tag>}
        <span className="faint">
          {words.from(formula.place)} · {t.common.period(formula.from, formula.to ?? null)}
        </span>
        {!formula.verified && <Tag color="gold">{words.notVerified}</Tag>}
      </header>
      {formula.table ? (
        <DecisionTable table={formula.table} />
      ) : (
        <FormulaText text={formula.formula} targets={targets} />
      )}
      {formula.cite && (
        <p className={styles.cite}>
          {t.policy.programmes.cite}：<CiteLink cite={formula.cite} scope={scope} />
        </p>
      )}
    </li>
  )
}

/** A citation that opens the documents it names. */
export function CiteLink({ cite, scope }: { cite: string; scope: PolicyScope }) {
  return <Link to={scoped(`/policy-documents/${encodeURIComponent(cite)}`, scope)}>{cite}</Link>
}
