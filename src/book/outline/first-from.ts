/** The index of the first item that stands at a place or behind it; by halving, as documents may have thousands. */
export function firstFrom(items: readonly { readonly start: number }[], place: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
