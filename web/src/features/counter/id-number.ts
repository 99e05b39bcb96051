/** What an identity number (GB 11643) says by itself. */
export interface Said {
  birth: string
  male: boolean
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Birth and sex out of a number of 18 digits whose check digit holds; the server checks again. */
export function readIdNumber(text: string): Said | null {
  const number = text.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(number)) return null
  const sum = weights.reduce((total, weight, n) => total + weight * Number(number[n]), 0)
  if ('10X98765432'[sum % 11] !== number[17]) return null
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const date = new Date(`${birth}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birth) return null
  return { birth, male: Number(number[16]) % 2 === 1 }
}
