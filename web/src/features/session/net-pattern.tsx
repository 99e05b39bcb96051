const bowls = Array.from({ length: 9 }, (_, index) => 40 + index * 46)
const warps = Array.from({ length: 11 }, (_, index) => -400 + index * 80)

/** Nested bowls crossed by threads: a net seen from the side, very faint. */
export function NetPattern() {
  return (
    <svg
      viewBox="-400 -60 800 520"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      style={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
    >
      <g fill="none" stroke="#fff" strokeOpacity="0.09">
        {bowls.map((radius) => (
          <path
            key={radius}
            d={`M${-radius} -60 V${20} A${radius} ${radius} 0 0 0 ${radius} 20 V-60`}
            strokeWidth="1.4"
          />
        ))}
        {warps.map((x) => (
          <path key={x} d={`M${x} -60 Q${x * 0.7} 220 0 470`} strokeWidth="0.8" />
        ))}
      </g>
    </svg>
  )
}
