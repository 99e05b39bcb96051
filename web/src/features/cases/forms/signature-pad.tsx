import { Button, Flex, Modal } from 'antd'
import { type PointerEvent, useRef, useState } from 'react'
import { useT } from '@/i18n'

interface Props {
  title: string
  onClose: () => void
  onSigned: (file: File) => void
  pending: boolean
}

/** A field to write one's name in with finger, pen or mouse. */
export function SignaturePad({ title, onClose, onSigned, pending }: Props) {
  const t = useT()
  const canvas = useRef<HTMLCanvasElement>(null)
  const writing = useRef(false)
  const [written, setWritten] = useState(false)

  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / box.width
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale] as const
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const pen = event.currentTarget.getContext('2d')
    if (!pen) return
    writing.current = true
    pen.lineWidth = 5
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = '#111'
    pen.beginPath()
    pen.moveTo(...at(event))
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = writing.current ? event.currentTarget.getContext('2d') : null
    if (!pen) return
    pen.lineTo(...at(event))
    pen.stroke()
    setWritten(true)
  }
  const wipe = () => {
    const one = canvas.current
    one?.getContext('2d')?.clearRect(0, 0, one.width, one.height)
    setWritten(false)
  }
  const done = () =>
    canvas.current?.toBlob((blob) => {
      if (blob) onSigned(new File([blob], 'signature.png', { type: 'image/png' }))
    }, 'image/png')

  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={680}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={wipe} disabled={!written}>
            {t.forms.wipe}
          </Button>
          <Button type="primary" onClick={done} disabled={!written} loading={pending}>
            {t.forms.signed}
          </Button>
        </Flex>
      }
    >
      <p className="muted">{t.forms.signHint}</p>
      <canvas
        ref={canvas}
        width={1240}
        height={480}
        aria-label={title}
        style={{
          width: '100%',
          border: '1px solid var(--border, #bbb)',
          borderRadius: 6,
          touchAction: 'none',
          background: '#fff',
        }}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => {
          writing.current = false
        }}
      />
    </Modal>
  )
}
