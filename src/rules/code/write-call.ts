import type { Core } from '#rules/core/core.ts'
import { boundsOf } from './bounds.ts'
import { fresh, functionFor, leaveNow, line, named, writeStored, type Writing, type Written } from './writing.ts'

/** Writes calls of the language's functions: counting days on as reads of the day index, the least of two and the like as plain code, everything else by the function itself. */

type Call = Extract<Core, { op: 'call' }>

export function writeCall(w: Writing, core: Call): Written {
  const short = shortCall(w, core)
  if (short !== null) return { js: short, codes: null }
  w.throws = true
  const args = core.arguments.map((it) => writeStored(w, it))
  return { js: `${functionFor(w, core.name, core.kind)}(${args.join(', ')})`, codes: null }
}

/** The few that need no function. */
function shortCall(w: Writing, core: Call): string | null {
  const [a, b] = core.arguments
  if (a === undefined || b === undefined) return core.name === 'minute of' && a !== undefined ? `${w.expression(w, a).js} % 60` : null
  const both = (): [string, string] => [w.expression(w, a).js, w.expression(w, b).js]
  switch (core.name) {
    case 'min':
    case 'max':
      return `Math.${core.name}(${both().join(', ')})`
    case 'days apart':
    case 'minutes apart': {
      const [from, to] = both()
      return `(${to} - ${from})`
    }
    case 'days after':
      return core.kind === 'calendar' ? writeOn(w, both()) : core.kind === null ? null : writeDaysAfter(w, a, b, core.kind)
    case 'add days':
      return writeOn(w, both())
    default:
      return null
  }
}

/** Calendar days on, within the years 1 to 9999. */
function writeOn(w: Writing, [day, n]: [string, string]): string {
  const found = fresh(w)
  line(w, `const ${found} = ${day} + ${n}`)
  leaveNow(w, `!(${found} >= -719162 && ${found} <= 2932896)`)
  return found
}

/** The n-th day after: how many there are up to the day, then the day of that number. `N`, `O`, `D` are the index's arrays, `B` its first day. */
function writeDaysAfter(w: Writing, from: Core, count: Core, kind: string): string {
  w.uses.kinds.add(kind)
  const k = [...w.uses.kinds].indexOf(kind)
  const day = w.expression(w, from).js
  const n = named(w, w.expression(w, count).js)
  const [x, y, found] = [fresh(w), fresh(w), fresh(w)]
  line(w, `const ${x} = ${day} - B${k} + 1`)
  // Where the index begins, where it ends, and where nothing is counted, the closures have the word.
  leaveNow(w, boundsOf(count).low >= 1 ? `!(${x} > 0 && ${x} < L${k})` : `!(${x} > 0 && ${x} < L${k} && ${n} > 0)`)
  line(w, `const ${y} = O${k}[${x} - 1] + ${n} - 1`)
  leaveNow(w, `!(${y} < M${k})`)
  line(w, `const ${found} = D${k}[${y}]`)
  leaveNow(w, `!W${k} && (N${k}[${x}] === 0 || N${k}[${x}] !== N${k}[${found} - B${k}])`)
  return found
}
