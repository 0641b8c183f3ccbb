/** The word of a list that somebody probably meant: at most a third of its letters are wrong. Null where none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const distance = Math.abs(candidate.length - word.length) >= least ? least : lettersApart(word.toLowerCase(), candidate.toLowerCase())
    if (distance >= least) continue
    least = distance
    nearest = candidate
  }
  return nearest
}

/** `Did you mean "within"?` with a space after it, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearestWord(word, known)
  return near === null ? '' : `Did you mean "${near}"? `
}

/** How many letters are to be put in, taken out, changed or swapped with their neighbour. */
function lettersApart(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min((above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      here.push(least)
    }
    before = above
    above = here
  }
  return above[b.length] ?? 0
}
