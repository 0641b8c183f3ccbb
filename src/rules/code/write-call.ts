import type { Core } from '#rules/core/core.ts'
import { boundsOf } from './bounds.ts'
import { literal } from './literal.ts'
import { writeExpression, writeStored } from './write-expression.ts'
import { fresh, leaveNow, line, named, type Writing, type Written } from './writing.ts'

/** Writes calls of the language's functions: counting days as reads of the day index, everything else by the function itself. */

type Call = Extract<Core, { op: 'call' }>

export function writeCall(w: Writing, core: Call): Written {
  if (core.kind !== null && core.name === 'days after') return { js: writeDaysAfter(w, core, core.kind), codes: null }
  w.throws = true
  w.uses.functions.add('call')
  if (core.kind !== null) w.uses.kinds.add(core.kind)
  const args = core.arguments.map((it) => writeStored(w, it))
  return { js: `call(${literal(core.name)}, ${literal(core.kind)}, [${args.join(', ')}])`, codes: null }
}

/** The n-th day after: how many there are up to the day, then the day of that number. `N`, `O`, `D` are the index's arrays, `B` its first day. */
function writeDaysAfter(w: Writing, core: Call, kind: string): string {
  w.uses.kinds.add(kind)
  const k = [...w.uses.kinds].indexOf(kind)
  const [from, count] = core.arguments as [Core, Core]
  const day = writeExpression(w, from).js
  const n = named(w, writeExpression(w, count).js)
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
