import type { LintFinding, Reference } from '#book/book.ts'
import { plainKey, type Place } from '#book/links/address-book.ts'
import { finding, inWords, type LintSetting } from '#book/lint/lint-setting.ts'

/** References that lead nowhere, and references that lead to the wrong clause. */
export function checkReferences(setting: LintSetting): readonly LintFinding[] {
  return [...suspects(setting), ...dangling(setting)]
}

function suspects(setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  const doubted: { from: string; to: string }[] = []
  for (const reference of setting.book.references) {
    const place = setting.addresses.byAnchor.get(reference.from)
    const { to, suggests } = reference
    if (reference.status !== 'suspect' || place === undefined || to === null || suggests === undefined || isBoundIn(place)) continue
    // The parts of a clause that is doubted are doubted with it.
    if (doubted.some((one) => one.from === reference.from && (to === one.to || to.startsWith(`${one.to}.`)))) continue
    doubted.push({ from: reference.from, to })
    found.push(finding('suspect-reference', place, `${reference.from} cites "${reference.text}", but ${lowerFirst(reference.why ?? '')} Perhaps ${suggests} is meant.`, [suggests]))
  }
  return found
}

// A bound-in memorandum cites the agreement by the numbers that it had on that day.
function isBoundIn(place: Place): boolean {
  return place.inAppendix && /^(?:MOU|side letter)\b|\b(?:memorandum|side letter)\b/i.test(`${place.anchor} ${place.chapter.title}`)
}

// One finding for each number that stands nowhere, at the first clause that cites it.
function dangling(setting: LintSetting): readonly LintFinding[] {
  const byTarget = new Map<string, { reference: Reference; places: Place[] }>()
  for (const reference of setting.book.references) {
    const place = setting.addresses.byAnchor.get(reference.from)
    // Policies and letters at the back cite documents of their own: only a clear slip is worth saying there.
    if (reference.status !== 'missing' || place === undefined || (place.inAppendix && reference.suggests === undefined)) continue
    const target = plainKey(reference.text)
    const known = byTarget.get(target)
    if (known === undefined) byTarget.set(target, { reference, places: [place] })
    else if (known.places.at(-1) !== place) known.places.push(place)
  }
  return [...byTarget.values()].map(({ reference, places }) => {
    const [first, ...others] = places
    const also = [...(reference.suggests !== undefined && isLikelyMeant(reference, first) ? [reference.suggests] : []), ...others.map((place) => place.anchor)]
    return finding('dangling-reference', first as Place, missingMessage(reference, places, setting), also)
  })
}

function missingMessage(reference: Reference, places: readonly Place[], setting: LintSetting): string {
  const who = `${inWords(places.map((place) => place.anchor), 6)} ${places.length > 1 ? 'cite' : 'cites'} "${reference.text}"`
  const cited = reference.text.toLowerCase().replace(/\s+/g, ' ')
  const entry = setting.book.contents.find((one) => one.number !== null && cited === `article ${one.number.toLowerCase()}`)
  if (entry !== undefined) return `${who} (${entry.title}), which the contents list but this copy does not hold.`
  const meant = isLikelyMeant(reference, places[0]) ? ` Perhaps ${reference.suggests} is meant.` : ''
  return `${who}, but no such ${reference.kind === 'appendix' ? 'appendix' : 'clause'} stands in this text.${meant}`
}

// A slip in the middle of a number is likelier than one in its last part or in its article, unless the article is the one at hand.
function isLikelyMeant({ text, suggests }: Reference, from: Place | undefined): boolean {
  if (suggests === undefined) return false
  const [cited, meant] = [plainKey(text.replace(/^[^\d]*\s/, '')).split('.'), plainKey(suggests).split('.')]
  return cited.at(-1) === meant.at(-1) && (cited[0] === meant[0] || meant[0] === plainKey(from?.chapter.number ?? ''))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
