import type { LintFinding, Reference } from '#book/book.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'

/** References that lead nowhere, and references that lead to the wrong clause. */
export function checkReferences(setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  const said = new Set<string>()
  for (const reference of setting.book.references) {
    if (reference.status === 'ok') continue
    const place = setting.addresses.byAnchor.get(reference.from)
    const key = `${reference.from} ${reference.text}`
    if (place === undefined || said.has(key) || [...said].some((one) => reference.to !== null && one.startsWith(`${reference.from} -> `) && reference.to.startsWith(`${one.slice(reference.from.length + 4)}.`))) continue
    said.add(key)
    // The parts of a clause that is doubted are doubted with it.
    if (reference.to !== null) said.add(`${reference.from} -> ${reference.to}`)
    const also = reference.suggests === undefined ? [] : [reference.suggests]
    if (reference.status === 'suspect') found.push(finding('suspect-reference', place, suspectMessage(reference), also))
    // Policies and letters at the back cite documents of their own: only a clear slip is worth saying there.
    else if (!place.inAppendix || also.length > 0) found.push(finding('dangling-reference', place, missingMessage(reference, setting), also))
  }
  return found
}

function suspectMessage(reference: Reference): string {
  return `${reference.from} cites "${reference.text}", but ${lowerFirst(reference.why ?? '')} Perhaps ${reference.suggests} is meant.`
}

function missingMessage(reference: Reference, setting: LintSetting): string {
  const entry = setting.book.contents.find((one) => one.number !== null && new RegExp(String.raw`^article\s+${one.number}$`, 'i').test(reference.text))
  if (entry !== undefined) return `${reference.from} cites "${reference.text}" (${entry.title}), which the contents list but this copy does not hold.`
  const meant = reference.suggests === undefined ? '' : ` Perhaps ${reference.suggests} is meant.`
  return `${reference.from} cites "${reference.text}", but no such clause stands in this text.${meant}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
