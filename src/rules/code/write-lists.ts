import type { Core } from '#rules/core/core.ts'
import { branch, fresh, line, named, writeStored, type Writing, type Written } from './writing.ts'

/** Writes what goes through a list as plain loops. Items are as stored. */

type Loop = Extract<Core, { readonly list: Core; readonly local: number }>
type Sort = Extract<Core, { readonly op: 'sort' }>

export function writeEach(w: Writing, core: Loop): Written {
  const made = fresh(w)
  line(w, `const ${made} = []`)
  loop(w, core.list, core.local, () => line(w, `${made}.push(${writeStored(w, core.body)})`))
  return { js: made, codes: null }
}

export function writeFilter(w: Writing, core: Loop): Written {
  const made = fresh(w)
  line(w, `const ${made} = []`)
  loop(w, core.list, core.local, (item) => line(w, `if (${w.expression(w, core.body).js}) ${made}.push(${item})`))
  return { js: made, codes: null }
}

export function writeQuantified(w: Writing, core: Loop): Written {
  const found = fresh(w)
  const some = core.op === 'some'
  line(w, `let ${found} = ${String(!some)}`)
  loop(w, core.list, core.local, () => {
    const test = w.expression(w, core.body).js
    line(w, `if (${some ? test : `!${test}`}) { ${found} = ${String(some)}; break }`)
  })
  return { js: found, codes: null }
}

/** The run-time's stable sort; what leaves from within is thrown, since a comparison stands in a function of its own. */
export function writeSort(w: Writing, core: Sort): Written {
  const list = named(w, writeStored(w, core.list))
  const [first, second] = [fresh(w), fresh(w)]
  w.locals.set(core.first, { js: first, codes: null })
  w.locals.set(core.second, { js: second, codes: null })
  const leave = w.leave
  w.leave = 'throw leaving'
  const before = loopBranch(w, () => w.expression(w, core.before).js)
  w.leave = leave
  w.uses.functions.add('sortedBy').add('leaving')
  w.throws = true
  const made = fresh(w)
  line(w, `const ${made} = sortedBy(${list}, (${first}, ${second}) => {`)
  w.lines.push(...before.lines, `return ${before.value}`, '})')
  return { js: made, codes: null }
}

function loop(w: Writing, list: Core, local: number, body: (item: string) => void): void {
  const from = named(w, writeStored(w, list))
  const [at, item] = [fresh(w, 'i'), fresh(w)]
  w.locals.set(local, { js: item, codes: null })
  const inside = loopBranch(w, () => body(item))
  line(w, `for (let ${at} = 0; ${at} < ${from}.length; ${at}++) {`)
  w.lines.push(`const ${item} = ${from}[${at}]`, ...inside.lines, '}')
}

/** Inside a loop every step may have been worked out by an earlier turn. */
function loopBranch<T>(w: Writing, write: () => T): { readonly lines: string[]; readonly value: T } {
  return branch(w, () => {
    for (let at = 0; at < w.program.steps.length; at++) if (!w.flow.steps.has(at)) w.flow.steps.set(at, 'perhaps')
    return write()
  })
}
