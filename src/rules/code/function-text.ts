import type { CodeWanted, WrittenCode } from './write-code.ts'

/** Puts written code together: a function of the run-time that gives a function of the environment that gives the function that runs. */
export function functionText(code: WrittenCode, mode: CodeWanted['mode'], gives: number): string {
  return ['"use strict"', runtimeNames(code), ...code.constants.map((it) => `const ${it.name} = ${it.text}`), 'return (E) => {', ...environmentLines(code), ...code.shared, ...mainFunction(code, mode, gives), '}'].join('\n')
}

const fromEnvironment = new Set(['parameterOn'])

function runtimeNames(code: WrittenCode): string {
  const names = [...code.uses.functions].filter((it) => !fromEnvironment.has(it))
  return names.length === 0 ? '' : `const { ${names.join(', ')} } = R`
}

/** `O`, `D`, `N` the arrays of a kind's day index, `B` its first day, `L` and `M` how many days and days of the kind it has, `W` whether it knows them all. */
function environmentLines(code: WrittenCode): string[] {
  return [
    ...(code.uses.asOf ? ['const A = E.asOf'] : []),
    ...[...code.uses.functions].filter((it) => fromEnvironment.has(it)).map((it) => `const ${it} = E.${it}`),
    ...[...code.uses.calls].map((_, at) => `const F${at} = E.functions[${at}]`),
    ...[...code.uses.parameters].map((at) => `const P${at} = E.parameters[${at}]`),
    ...[...code.uses.kinds].map((_, k) => `const { index: { ordinal: O${k}, days: D${k}, known: N${k}, from: B${k} }, whole: W${k} } = E.kinds[${k}], L${k} = N${k}.length, M${k} = D${k}.length`),
  ]
}

function mainFunction(code: WrittenCode, mode: CodeWanted['mode'], gives: number): string[] {
  if (mode !== 'columns') return [`return (r${mode === 'answer' ? ', out' : mode === 'both' ? ', out, tree' : ''}) => {`, ...code.lines, '}']
  const columns = [...code.facts.map((at) => `const c${at} = c[${at}]`), ...Array.from({ length: gives }, (_, at) => `const o${at} = o[${at}]`)]
  // It ends at the first row that leaves: a loop that goes on from within its body runs at half the speed.
  return ['return (from, to, c, o, path) => {', ...columns, 'for (let i = from; i < to; i++) {', ...code.lines, '}', 'return to', '}']
}
