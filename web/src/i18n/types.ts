/** The shape of a catalogue with its words left open: the second language must fill it exactly. */
export type Catalogue<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Catalogue<T[K]>
}

export type Language = 'zh' | 'en'
