/** Puts a page into a frame of its own and hands it to the printer. */
export async function toPrinter(address: string): Promise<void> {
  const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' })
  if (!answer.ok) throw new Error(String(answer.status))
  const text = await answer.text()
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:0;height:0;border:0'
  frame.onload = () => {
    frame.contentWindow?.print()
    setTimeout(() => frame.remove(), 60_000)
  }
  frame.srcdoc = text
  document.body.append(frame)
}
