/** This moment in UTC as calendar files write it: `20261122T031500Z`. */
export function momentNow(): string {
  return new Date().toISOString().replace(/[-:]|\.\d+/g, '')
}
