/** A pace: so many per minute and not more, whoever asks. Time comes in milliseconds from any start. */
export function openPace(perMinute: number): (nowMs: number) => boolean {
  let tokens = perMinute
  let last: number | null = null
  return (nowMs) => {
    if (last !== null) tokens = Math.min(perMinute, tokens + ((nowMs - last) / 60_000) * perMinute)
    last = nowMs
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
