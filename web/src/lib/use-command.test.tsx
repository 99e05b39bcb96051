import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { show } from '../test/render'
import { useCommand } from './use-command'

const fault = (status: number) =>
  new Problem({
    type: 'about:blank',
    title: 'x',
    title_zh: 'x',
    title_en: 'x',
    status,
    code: `test.${status}`,
    errors: [],
  })

/** Sends with whatever the test lets the server answer, and keeps the keys. */
function Sender({ keys, answers }: { keys: string[]; answers: (Problem | 'ok')[] }) {
  const command = useCommand(
    async (_body: { amount: string }, key) => {
      keys.push(key)
      const answer = answers.shift()
      if (answer !== 'ok' && answer) throw answer
      return 'done'
    },
    { quiet: true },
  )
  return (
    <>
      <button type="button" onClick={() => command.run({ amount: '1.00' })}>
        send
      </button>
      <button type="button" onClick={() => command.run({ amount: '2.00' })}>
        other
      </button>
    </>
  )
}

async function keysAfter(answers: (Problem | 'ok')[], ...clicks: string[]): Promise<string[]> {
  const keys: string[] = []
  show(<Sender keys={keys} answers={answers} />)
  for (const [index, name] of clicks.entries()) {
    await userEvent.click(screen.getByText(name))
    await waitFor(() => expect(keys).toHaveLength(index + 1))
  }
  return keys
}

describe('the key of a command', () => {
  it('stays the same while nobody knows whether the server has acted', async () => {
    const keys = await keysAfter([fault(0), fault(503), 'ok'], 'send', 'send', 'send')
    expect(new Set(keys).size).toBe(1)
  })

  it('is new after a definite refusal', async () => {
    const keys = await keysAfter([fault(422), 'ok'], 'send', 'send')
    expect(new Set(keys).size).toBe(2)
  })

  it('is new after success, so that the same act can be meant twice', async () => {
    const keys = await keysAfter(['ok', 'ok'], 'send', 'send')
    expect(new Set(keys).size).toBe(2)
  })

  it('is new for another body even after silence', async () => {
    const keys = await keysAfter([fault(0), 'ok'], 'send', 'other')
    expect(new Set(keys).size).toBe(2)
  })
})
