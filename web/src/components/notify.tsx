import { App } from 'antd'
import { useMemo } from 'react'
import type { Problem } from '@/api/problem'
import { ProblemBody, useProblemTitle } from './problem'

/** Short success messages, and problems that stay until they are closed. */
export function useNotify() {
  const { message, notification } = App.useApp()
  const titleOf = useProblemTitle()
  return useMemo(
    () => ({
      done: (text: string) => void message.success(text),
      problem: (problem: Problem) =>
        notification.error({
          title: titleOf(problem),
          description: <ProblemBody problem={problem} />,
          duration: 0,
          placement: 'topRight',
        }),
    }),
    [message, notification, titleOf],
  )
}
