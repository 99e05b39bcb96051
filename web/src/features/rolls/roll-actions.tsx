import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Roll } from '@/api/contract'
import { useMay, useMe } from '@/auth/session'
import { OpinionDialog } from '@/components/opinion-dialog'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { moveRoll, type RollVerb } from './api'
import { openVerbs } from './verbs'

export function RollActions({ roll }: { roll: Roll }) {
  const t = useT()
  const me = useMe()
  const may = useMay()
  const [verb, setVerb] = useState<RollVerb | null>(null)
  const words = t.disburse.roll
  const command = useCommand(moveRoll, {
    success: t.common.done,
    touches: [['rolls'], ['months'], ['tasks'], ['home'], ['batches']],
    quiet: true,
    onDone: () => setVerb(null),
  })
  const own = roll.prepared_by?.id === me.id
  const texts: Record<RollVerb, string> = {
    submit: words.submitText,
    approve: words.approveText,
    return: words.returnText,
    lock: words.lockText,
  }
  return (
    <>
      {openVerbs(roll.status)
        .filter((one) => may(`disburse.roll.${one}`))
        .map((one) => {
          const barred = own && one === 'approve'
          return (
            <Tooltip key={one} title={barred ? words.own : undefined}>
              <Button
                type={one === 'return' ? 'default' : 'primary'}
                disabled={barred}
                onClick={() => setVerb(one)}
              >
                {words[one]}
              </Button>
            </Tooltip>
          )
        })}
      {verb && (
        <OpinionDialog
          title={words[verb]}
          text={texts[verb]}
          phrases={verb === 'return' ? words.returnPhrases : words.approvePhrases}
          danger={verb === 'return'}
          required={verb === 'return'}
          pending={command.pending}
          problem={command.problem}
          onCancel={() => {
            command.clear()
            setVerb(null)
          }}
          onSubmit={(opinion) => command.run({ roll, verb, opinion })}
        />
      )}
    </>
  )
}
