import { PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Flex } from 'antd'
import { useState } from 'react'
import { toProblem } from '@/api/problem'
import { apiUrl, download } from '@/api/request'
import type { components } from '@/api/schema'
import { useMay } from '@/auth/session'
import { useNotify } from '@/components/notify'
import { Panel } from '@/components/page'
import { useT, useWord } from '@/i18n'
import { toPrinter } from '@/lib/printer'
import { formatTime } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { printLetter, useLetters } from './api'

type Letter = components['schemas']['CaseLetter']

/** The letters that the case has made due: printed, printed again, or for Word. */
export function LettersPanel({ id, seen }: { id: string; seen: number }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const notify = useNotify()
  const query = useLetters(id, seen)
  const [large, setLarge] = useState(false)
  const command = useCommand(printLetter, {
    touches: [['cases', 'letters']],
    onDone: (made) => {
      toPrinter(apiUrl(`/letters/${made.letter}`, { nth: made.nth })).catch((error) =>
        notify.problem(toProblem(error)),
      )
    },
  })
  const letters = query.data ?? []
  if (letters.length === 0) return null
  const copies = (one: Letter) =>
    one.copies.map((copy) => `${copy.nth}. ${copy.by.name} ${formatTime(copy.at)}`).join('；')
  return (
    <Panel
      title={t.forms.letters}
      extra={
        <Checkbox checked={large} onChange={(event) => setLarge(event.target.checked)}>
          {t.forms.large}
        </Checkbox>
      }
    >
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {letters.map((one) => (
          <li key={one.letter ?? one.document}>
            <Flex gap={8} wrap align="center">
              <span>{word(one)}</span>
              {one.number && <span className="num muted">{one.number}</span>}
              {may('decide.case.act') && (
                <Button
                  size="small"
                  icon={<PrinterOutlined />}
                  loading={command.pending}
                  onClick={() => command.run({ id, document: one.document, large })}
                >
                  {one.letter ? t.forms.printAgain : t.forms.print}
                </Button>
              )}
              {one.letter && (
                <Button
                  size="small"
                  onClick={() =>
                    void download(`/letters/${one.letter}`, 'letter.docx', {
                      format: 'docx',
                    }).catch((error) => notify.problem(toProblem(error)))
                  }
                >
                  {t.forms.word}
                </Button>
              )}
            </Flex>
            {one.copies.length > 0 && <div className="muted">{copies(one)}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
