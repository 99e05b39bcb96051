/** Two nested bowls over a ground line: the net that catches at the bottom. */
export function Emblem({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="6" fill="#a8322a" />
      <g fill="none" stroke="#fff" strokeLinecap="round">
        <path d="M6 9v5a10 10 0 0 0 20 0V9" strokeWidth="3" />
        <path d="M11 9v4.5a5 5 0 0 0 10 0V9" strokeWidth="2.4" />
        <path d="M9 28h14" strokeWidth="2.4" />
      </g>
    </svg>
  )
}
