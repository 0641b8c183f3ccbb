import type { Book } from '#book/book.ts'
import { xmlAttribute } from '#book/export/xml-text.ts'

/** The `meta` of the document and of each appendix: what the work is, its term, its parties and the terms it defines. */

export interface AknMeta {
  /** For the agreement itself, or for the appendix with that name in the address. */
  readonly of: (component: string | null) => string
  /** `#term-…` of a defined term. */
  readonly termRef: (term: string) => string
}

/** Says in a date that must not be left out that nobody knows it. */
const unknownDay = '0001-01-01'

export function aknMeta(book: Book, termIds: ReadonlyMap<string, string>): AknMeta {
  const from = isDay(book.term.from) ? book.term.from : null
  const work = `/akn/us/doc/agreement/${from ?? unknownDay}/${dashed(book.title ?? book.source.name)}`
  return {
    of: (component) => metaXml(book, work, component, from, termIds),
    termRef: (term) => `#${termIds.get(term) ?? ''}`,
  }
}

function metaXml(book: Book, work: string, component: string | null, from: string | null, termIds: ReadonlyMap<string, string>): string {
  const part = component === null ? '!main' : `!${component}`
  const day = from ?? unknownDay
  const dated = (name: string): string => `<FRBRdate date="${day}" name="${from === null ? 'unknown' : name}"/>`
  const authors = book.parties.length === 0 ? '<FRBRauthor href="#steward"/>' : book.parties.map((_, index) => `<FRBRauthor href="#party-${index + 1}"/>`).join('')
  const identification = [
    `<FRBRWork><FRBRthis value="${work}/${part}"/><FRBRuri value="${work}"/>${dated('in-force')}${authors}<FRBRcountry value="us"/><FRBRsubtype value="agreement"/></FRBRWork>`,
    `<FRBRExpression><FRBRthis value="${work}/eng@${day}/${part}"/><FRBRuri value="${work}/eng@${day}"/>${dated('in-force')}${authors}<FRBRlanguage language="eng"/></FRBRExpression>`,
    `<FRBRManifestation><FRBRthis value="${work}/eng@${day}/${part}.xml"/><FRBRuri value="${work}/eng@${day}.akn"/>${dated('in-force')}<FRBRauthor href="#steward"/></FRBRManifestation>`,
  ]
  const whole = component === null
  return `<meta>\n<identification source="#steward">\n${identification.join('\n')}\n</identification>\n${whole ? termXml(book) : ''}${whole ? referencesXml(book, termIds) : ''}</meta>\n`
}

/** The term of the agreement as two events and the time between them, where the text gives both days. */
function termXml(book: Book): string {
  const { from, through } = book.term
  if (!isDay(from) || !isDay(through)) return ''
  return `<lifecycle source="#steward">
<eventRef eId="eref_1" date="${from}" type="generation" source="#this-agreement"/>
<eventRef eId="eref_2" date="${through}" type="repeal" source="#this-agreement"/>
</lifecycle>
<temporalData source="#steward">
<temporalGroup eId="tmpg_1"><timeInterval start="#eref_1" end="#eref_2" refersTo="#in-force"/></temporalGroup>
</temporalData>
`
}

function referencesXml(book: Book, termIds: ReadonlyMap<string, string>): string {
  const parties = book.parties.map((party, index) => `<TLCOrganization eId="party-${index + 1}" href="/akn/ontology/organization/us/${dashed(party)}" showAs="${xmlAttribute(party)}"/>`)
  const terms = [...termIds].map(([term, id]) => `<TLCTerm eId="${id}" href="/akn/ontology/term/us/${id.replace(/^term-/u, '')}" showAs="${xmlAttribute(term)}"/>`)
  return `<references source="#steward">
${[
    `<original eId="this-agreement" href="/akn/us/doc/agreement" showAs="${xmlAttribute(book.title ?? book.source.name)}"/>`,
    '<TLCOrganization eId="steward" href="/akn/ontology/organization/us/steward" showAs="Steward"/>',
    ...parties,
    '<TLCConcept eId="in-force" href="/akn/ontology/concept/us/in-force" showAs="in force"/>',
    ...terms,
  ].join('\n')}
</references>
`
}

function isDay(day: string | null): day is string {
  return day !== null && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$|^\d{4}-(?:0[13-9]|1[0-2])-(?:29|30)$|^\d{4}-(?:0[13578]|1[02])-31$/.test(day) && !day.startsWith('0000')
}

function dashed(text: string): string {
  const dashes = text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 80)
  return dashes === '' ? 'unnamed' : dashes
}
