/** Small preferences of the browser. A browser that refuses storage only forgets them. */
const prefix = 'doudi.'

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    // Private windows and full disks: the preference lasts until the page closes.
  }
}
