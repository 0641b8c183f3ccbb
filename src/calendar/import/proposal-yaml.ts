import type { CalendarProposal, ProposedClosing } from '#calendar/import/propose-calendar.ts'
import { civilText } from '#plain/civil-day.ts'

/** A proposed calendar as a file for a pack's `calendars/`: what is sure as entries, what is not as comments beside them for the person who confirms. */
export function proposalYaml(proposal: CalendarProposal, source: string): string {
  const lines = [
    `# Proposed from ${oneLine(source)}. Look through it before it is used, then take these comments out.`,
    ...proposal.questions.map((it) => `# To look at: ${oneLine(it)}`),
    `school year: ${proposal.schoolYear}`,
    'days:',
    ...[...proposal.days].map(([kind, span]) => `  ${kind}: {from: ${civilText(span.from)}, through: ${civilText(span.through)}}`),
  ]
  if (proposal.closed.length > 0) lines.push('closed:', ...proposal.closed.map((it) => closingLine(it, proposal.days.size)))
  if (proposal.dates.size > 0) lines.push('dates:', ...[...proposal.dates].map(([name, day]) => `  ${name}: ${civilText(day)}`))
  if (proposal.notUnderstood.length > 0) lines.push('# Not understood, so left out:', ...proposal.notUnderstood.map(({ event, why }) => `#   ${civilText(event.from)} ${oneLine(event.title)}: ${why}`))
  return `${lines.join('\n')}\n`
}

function closingLine(closing: ProposedClosing, kinds: number): string {
  const when = closing.from === closing.through ? `on: ${civilText(closing.from)}` : `from: ${civilText(closing.from)}, through: ${civilText(closing.through)}`
  const of = closing.of.length === kinds ? '' : `, of: [${closing.of.join(', ')}]`
  return `  - {${when}, name: ${JSON.stringify(oneLine(closing.name))}${of}}${closing.sure ? '' : '   # to look at'}`
}

/** A title comes from anybody: one line of it, and no more than fits. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim().slice(0, 120)
}
