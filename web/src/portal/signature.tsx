import { type PointerEvent, useRef, useState } from 'react'
import { useWords } from './speech'

interface Props {
  name: string
  onSigned: (picture: Blob) => void
}

/** A box to sign in by hand: finger, pen or mouse; with a keyboard the typed name is drawn. */
export function Signature({ name, onSigned }: Props) {
  const t = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const [drawn, setDrawn] = useState(false)
  const at = (e: PointerEvent<HTMLCanvasElement>) => {
    const box = e.currentTarget.getBoundingClientRect()
    const scale = e.currentTarget.width / box.width
    return [(e.clientX - box.left) * scale, (e.clientY - box.top) * scale] as const
  }
  const pen = () => {
    const context = canvas.current?.getContext('2d')
    if (context) {
      context.lineWidth = 5
      context.lineCap = 'round'
      context.strokeStyle = '#17212e'
      context.fillStyle = '#17212e'
    }
    return context
  }
  const down = (e: PointerEvent<HTMLCanvasElement>) => {
    e.currentTarget.setPointerCapture(e.pointerId)
    drawing.current = true
    const context = pen()
    context?.beginPath()
    context?.moveTo(...at(e))
  }
  const move = (e: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return
    const context = pen()
    context?.lineTo(...at(e))
    context?.stroke()
    setDrawn(true)
  }
  const clear = () => {
    const box = canvas.current
    box?.getContext('2d')?.clearRect(0, 0, box.width, box.height)
    setDrawn(false)
  }
  const done = () =>
    canvas.current?.toBlob((blob) => {
      if (blob) onSigned(blob)
    }, 'image/png')
  const typed = () => {
    clear()
    const context = pen()
    if (!context) return
    context.font = 'italic 72px serif'
    context.fillText(name, 24, 140)
    setDrawn(true)
    done()
  }
  return (
    <div className="field">
      <span id="sign">{t.signature}</span>
      <canvas
        ref={canvas}
        width={640}
        height={240}
        className="signature"
        role="img"
        aria-labelledby="sign"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={() => {
          drawing.current = false
        }}
      />
      <small className="hint">{t.signHere}</small>
      <div className="row">
        <button type="button" onClick={clear}>
          {t.signAgain}
        </button>
        <button type="button" onClick={typed} disabled={name.trim() === ''}>
          {t.typeSignature}
        </button>
        <button type="button" onClick={done} disabled={!drawn}>
          {t.useSignature}
        </button>
      </div>
    </div>
  )
}
