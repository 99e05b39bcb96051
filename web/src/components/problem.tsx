import { Alert, Button } from 'antd'
import { useCallback } from 'react'
import type { Problem } from '@/api/problem'
import { useSpeech } from '@/i18n'
import styles from './problem.module.css'

const shown = 6

export function useProblemTitle(): (problem: Problem) => string {
  const { language } = useSpeech()
  return useCallback(
    (problem) => {
      const { document } = problem
      return (language === 'zh' ? document.title_zh : document.title_en) || document.title
    },
    [language],
  )
}

/** What is wrong, where, how to mend it, and the number to give to the administrator. */
export function ProblemBody({ problem }: { problem: Problem }) {
  const { language, t } = useSpeech()
  const { document } = problem
  const hints: Record<string, string> = { 'platform.not_found': t.problem.notFound }
  const detail =
    (language === 'zh' ? document.detail_zh : document.detail_en) ??
    document.detail ??
    hints[document.code] ??
    ''
  const errors = document.errors ?? []
  return (
    <div className={styles.body}>
      {detail && <p>{detail}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.slice(0, shown).map((fault, index) => (
            <li key={`${fault.pointer ?? ''}#${fault.row ?? index}`}>
              {fault.row !== null && fault.row !== undefined && <b>{t.problem.row(fault.row)} </b>}
              {fault.pointer && <code>{fault.pointer}</code>}{' '}
              {language === 'zh' ? fault.zh : fault.en}
            </li>
          ))}
          {errors.length > shown && <li>{t.problem.more(errors.length - shown)}</li>}
        </ul>
      )}
      <p className={styles.trace}>
        {t.problem.code} <code>{document.code}</code>
        {document.instance && (
          <>
            {' · '}
            {t.problem.requestId} <code>{document.instance}</code>
          </>
        )}
      </p>
    </div>
  )
}

export function ProblemAlert({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { t } = useSpeech()
  const titleOf = useProblemTitle()
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={titleOf(problem)}
      description={<ProblemBody problem={problem} />}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {t.problem.retry}
          </Button>
        )
      }
    />
  )
}
