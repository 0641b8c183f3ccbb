/** Today, where a person asked for it by that word: the only place at which the engine's commands look at a clock. */
export function dayOrToday(word: string | null): string | null {
  if (word !== 'today') return word
  const now = new Date()
  // The person's own day, where they sit.
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}
