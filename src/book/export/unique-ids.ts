/** Gives out names that nobody had before: the wished one, or the wished one with a number behind it. */
export class UniqueIds {
  private readonly taken = new Set<string>()
  private readonly next = new Map<string, number>()

  /** `join` stands between the wished name and the number; `longest` cuts the name so that both fit. */
  take(wished: string, join: string, longest = Infinity): string {
    const first = wished.slice(0, longest)
    let name = first
    let count = this.next.get(first) ?? 2
    for (; this.taken.has(name); count += 1) name = `${wished.slice(0, longest - join.length - String(count).length)}${join}${count}`
    this.next.set(first, count)
    this.taken.add(name)
    return name
  }
}
