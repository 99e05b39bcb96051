/** The filters that were filled in: an empty box is no condition. */
export function given<F extends Record<string, string>>(filters: F): Partial<F> {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== ''),
  ) as Partial<F>
}
