/** Quotes a name for Content-Disposition as browsers do. */
function quoted(text: string): string {
  return `"${text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A')}"`
}

/**
 * A form as one body with a boundary made from the idempotency key. The browser
 * would choose a new boundary for each try, and the server would then refuse the
 * second try of one upload as another body under the same key.
 */
export function multipart(form: FormData, key: string): { body: Blob; type: string } {
  const boundary = `doudi-${key}`
  const parts: BlobPart[] = []
  for (const [name, value] of form.entries()) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}`)
    if (typeof value === 'string') parts.push(`\r\n\r\n${value}\r\n`)
    else {
      parts.push(
        `; filename=${quoted(value.name)}\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`,
        value,
        '\r\n',
      )
    }
  }
  parts.push(`--${boundary}--\r\n`)
  return { body: new Blob(parts), type: `multipart/form-data; boundary=${boundary}` }
}
