import type { BlockMap } from '#plain/block/block-node.ts'
import { Sheet, type BlockPlace } from '#rules/read/block-sheet.ts'
import { checkClause } from '#rules/read/check-clause.ts'
import { checkName } from '#rules/read/check-names.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import { headKeys, readHead } from '#rules/read/read-head.ts'
import { countOf } from '#rules/read/read-count.ts'
import { entriesOf } from '#rules/read/read-types.ts'
import type { Procedure, ProcedureStep } from '#rules/rule-book.ts'

/** A procedure: steps with deadlines, and where each leads when nobody speaks. */

const stepKeys = ['who', 'must', 'within', 'after', 'if silent', 'on silence', 'if late', 'clause']

export function readProcedure(map: BlockMap, name: string, place: BlockPlace): Procedure | null {
  const sheet = new Sheet(map, place)
  sheet.only(['procedure', ...headKeys, 'steps', 'extended by'])
  const head = readHead(sheet, name, map.line)
  if (!sheet.has('steps')) sheet.missing('steps')
  const steps = entriesOf(sheet, 'steps').flatMap(({ key, line, entry }) => {
    const step = entry === null ? null : readStep(key, line, entry)
    return step === null ? [] : [step]
  })
  if (steps.length === 0) return null
  for (const step of steps) {
    if (step.ifSilent === null || steps.some((other) => other.name === step.ifSilent)) continue
    const names = steps.map((other) => other.name)
    sheet.tell('rules/unknown-step', `After silence "${step.name}" leads to "${step.ifSilent}", and there is no such step.`, `${didYouMean(step.ifSilent, names)}Steps are: ${names.join(', ')}.`)
  }
  return { ...head, steps, extendedBy: sheet.words('extended by') }
}

function readStep(name: string, line: number, entry: Sheet): ProcedureStep | null {
  entry.only(stepKeys)
  checkName(name, 'step', line, entry.place)
  const who = entry.needed('who')
  const must = entry.needed('must')
  const after = entry.needed('after')
  const said = entry.needed('within')
  if (who === null || must === null || after === null || said === null) return null
  const count = said === 'none' ? null : countOf(said)
  if (said !== 'none' && count === null) {
    entry.tell('rules/count', `"${said}" is no count of days.`, 'Write "8 work days", "2 weeks", "3 months", or "none" for a step without a limit.', entry.lineOf('within'))
    return null
  }
  const within = count === null ? null : { count: count.figure ?? 0, of: said.trim().replace(/^\d+\s+/, '') }
  return { name, clause: checkClause(entry, 'clause') ?? entry.place.clause, who, must, within, after, ifSilent: entry.words('if silent'), onSilence: entry.words('on silence'), ifLate: entry.words('if late') }
}
