import { Button, Space } from 'antd'
import { useT } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { keepPhrase, usePhrases } from './api'

/** Phrases for an opinion: a click adds one; what was typed can be kept for the next time. */
export function Phrases({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useT()
  const phrases = usePhrases()
  const keep = useCommand(keepPhrase, { touches: [['phrases']], success: t.common.done })
  return (
    <Space wrap size={4} style={{ marginBlockStart: 6 }}>
      {(phrases.data ?? []).map((one) => (
        <Button key={one.id} size="small" onClick={() => onText(`${text}${one.text}`)}>
          {one.text}
        </Button>
      ))}
      <Button
        size="small"
        type="link"
        disabled={text.trim() === ''}
        onClick={() => keep.run(text.trim())}
      >
        {t.cases.batch.keep}
      </Button>
    </Space>
  )
}
