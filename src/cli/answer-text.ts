import type { Call } from '#cli/command.ts'
import { citedClauses } from '#cli/cited-clauses.ts'
import { wrap } from '#cli/terminal.ts'
import type { DayAccount, Determination, ReadingAnswer } from '#determinations/determination.ts'
import type { LoadedDecision, LoadedPack } from '#determinations/loaded-pack.ts'
import { skippedInWords } from '#determinations/skipped-in-words.ts'
import { spaced, valueInWords } from '#determinations/value-in-words.ts'
import type { GiveSlot } from '#rules/core/core.ts'

/** A determination on the terminal: the answer first, then what it rests on. */
export function answerText(answer: Determination, pack: LoadedPack, call: Call): string {
  const loaded = pack.decisions.get(answer.decision)
  const { paint } = call.terminal
  const width = Math.min(call.terminal.width, 100)
  const lines = loaded === undefined ? [] : [paint('bold', loaded.decision.asks)]
  if (answer.error !== undefined) return [...lines, wrap(`${paint('red', 'Error.')} ${answer.error.message}`, width)].join('\n')
  lines.push(...statusLines(answer, paint), ...valueLines(answer.value, loaded, paint))
  if (answer.readings.length > 0) lines.push('', ...answer.readings.flatMap((reading, at) => readingLines(reading, at, loaded, width, paint)))
  if (answer.needs.length > 0) lines.push('', ...answer.needs.map((need) => wrap(`${paint('yellow', '?')} ${paint('cyan', need.input)}  ${need.why}`, width, 2)))
  if (answer.accounts.length > 0) lines.push('', ...answer.accounts.flatMap((account) => accountLines(account, width, paint)))
  for (const warning of answer.warnings) lines.push('', wrap(`${paint('yellow', 'Mind.')} ${warning.says}${warning.clause === null ? '' : ` (${warning.clause})`}`, width, 2))
  for (const law of answer.law) lines.push('', wrap(`${paint('yellow', 'The law beside.')} ${law.statute} (${law.certainty}): ${valueInWords(law.value)}. ${law.binds === 'law' ? 'The law binds.' : 'The contract binds.'} ${law.why}`, width, 2))
  if (answer.leftToPeople.length > 0) lines.push('', wrap(`Left to people: ${answer.leftToPeople.map((words) => `"${words}"`).join(', ')}.`, width, 2))
  return [...lines, '', wrap(paint('dim', citedClauses(pack.pack, answer.clauses)), width, 2)].join('\n')
}

type Paint = Call['terminal']['paint']

function statusLines(answer: Determination, paint: Paint): readonly string[] {
  switch (answer.status) {
    case 'contested':
      return [`  ${paint('yellow', 'Contested:')} the text bears more than one reading.${answer.value === null ? '' : ' By the plainer one:'}`]
    case 'needs_input':
      return [`  ${paint('yellow', 'Not yet certain.')} It turns on:`]
    case 'needs_judgment':
      return [`  ${paint('yellow', 'Left to a person to judge.')}`]
    case 'not_covered':
      return [`  ${paint('yellow', 'No clause answers this.')}`]
    default:
      return []
  }
}

function valueLines(value: Determination['value'], loaded: LoadedDecision | undefined, paint: Paint): readonly string[] {
  if (value === null) return []
  const names = Object.keys(value)
  const width = Math.max(...names.map((name) => name.length), 0)
  return names.map((name) => `  ${spaced(name).padEnd(width)}  ${paint('bold', valueInWords(value[name], leavesAs(loaded, name)))}`)
}

function leavesAs(loaded: LoadedDecision | undefined, name: string): GiveSlot['as'] | undefined {
  return loaded?.program?.gives.find((give) => give.name === name)?.as
}

function readingLines(reading: ReadingAnswer, at: number, loaded: LoadedDecision | undefined, width: number, paint: Paint): readonly string[] {
  const values = Object.entries(reading.value).map(([name, value]) => `${spaced(name)} ${valueInWords(value, leavesAs(loaded, name))}`)
  return [wrap(`${at + 1}. ${reading.says}`, width, 2), wrap(paint('dim', values.join(' · ')), width, 5)]
}

function accountLines(account: DayAccount, width: number, paint: Paint): readonly string[] {
  const counted = wrap(`${account.says} (${account.clause}).`, width, 2)
  return account.skipped.length === 0 ? [counted] : [counted, wrap(paint('dim', `Not counted: ${skippedInWords(account.skipped)}.`), width, 4)]
}
