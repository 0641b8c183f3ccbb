/**
 * The part of Akoma Ntoso 3.0 that our export uses, as a table written from the standard: for each element the order of its children, as a
 * pattern over their names with a blank after each, and the attributes it may (and, with `!`, must) have. `text` allows words between children.
 */

export interface AknRule {
  readonly children: RegExp
  readonly attributes: readonly string[]
  readonly text?: true
}

const hierarchy = '(?:article|section|paragraph|subparagraph|clause|subclause|point|level) '
const block = '(?:p|table) '
const inline = /^(?:(?:ref|term|def|docTitle|party|br) )*$/
const inHierarchy = new RegExp(`^(?:num )?(?:heading )?(?:(?:intro )?(?:${hierarchy})*|content )$`)
const common = ['eId']

const hierarchyRule: AknRule = { children: inHierarchy, attributes: common }
const words = (...attributes: string[]): AknRule => ({ children: inline, attributes, text: true })
const empty = (...attributes: string[]): AknRule => ({ children: /^$/, attributes })

export const aknRules: Readonly<Record<string, AknRule>> = {
  akomaNtoso: { children: /^doc $/, attributes: ['xmlns!'] },
  doc: { children: /^meta (?:preface )?mainBody (?:conclusions )?(?:attachments )?$/, attributes: ['name!'] },
  meta: { children: /^identification (?:lifecycle )?(?:temporalData )?(?:references )?$/, attributes: [] },
  identification: { children: /^FRBRWork FRBRExpression FRBRManifestation $/, attributes: ['source!'] },
  FRBRWork: { children: /^FRBRthis FRBRuri FRBRdate (?:FRBRauthor )+FRBRcountry (?:FRBRsubtype )?$/, attributes: [] },
  FRBRExpression: { children: /^FRBRthis FRBRuri FRBRdate (?:FRBRauthor )+FRBRlanguage $/, attributes: [] },
  FRBRManifestation: { children: /^FRBRthis FRBRuri FRBRdate (?:FRBRauthor )+$/, attributes: [] },
  FRBRthis: empty('value!'),
  FRBRuri: empty('value!'),
  FRBRdate: empty('date!', 'name!'),
  FRBRauthor: empty('href!'),
  FRBRcountry: empty('value!'),
  FRBRsubtype: empty('value!'),
  FRBRlanguage: empty('language!'),
  lifecycle: { children: /^(?:eventRef )+$/, attributes: ['source!'] },
  eventRef: empty('eId', 'date!', 'type', 'source!'),
  temporalData: { children: /^(?:temporalGroup )+$/, attributes: ['source!'] },
  temporalGroup: { children: /^(?:timeInterval )+$/, attributes: common },
  timeInterval: empty('start', 'end', 'refersTo!'),
  references: { children: /^(?:(?:original|TLCOrganization|TLCConcept|TLCTerm) )+$/, attributes: ['source!'] },
  original: empty('eId', 'href!', 'showAs!'),
  TLCOrganization: empty('eId', 'href!', 'showAs!'),
  TLCConcept: empty('eId', 'href!', 'showAs!'),
  TLCTerm: empty('eId', 'href!', 'showAs!'),
  preface: { children: new RegExp(`^(?:longTitle |${block})+$`), attributes: [] },
  longTitle: { children: new RegExp(`^(?:${block})*$`), attributes: [] },
  docTitle: words(),
  party: words('refersTo!'),
  mainBody: { children: new RegExp(`^(?:${hierarchy}|${block})+$`), attributes: [] },
  conclusions: { children: new RegExp(`^(?:container |${block})+$`), attributes: [] },
  container: { children: new RegExp(`^(?:${block})+$`), attributes: ['name!', 'eId'] },
  attachments: { children: /^(?:attachment )+$/, attributes: [] },
  attachment: { children: /^(?:num )?(?:heading )?doc $/, attributes: common },
  article: hierarchyRule,
  section: hierarchyRule,
  paragraph: hierarchyRule,
  subparagraph: hierarchyRule,
  clause: hierarchyRule,
  subclause: hierarchyRule,
  point: hierarchyRule,
  level: hierarchyRule,
  num: words(),
  heading: words(),
  intro: { children: new RegExp(`^(?:${block})*$`), attributes: common },
  content: { children: new RegExp(`^(?:${block})*$`), attributes: common },
  p: words('eId', 'class'),
  ref: words('eId', 'href!'),
  term: words('eId', 'refersTo!'),
  def: words('eId'),
  br: empty(),
  table: { children: /^(?:tr )+$/, attributes: common },
  tr: { children: /^(?:(?:th|td) )+$/, attributes: [] },
  th: { children: new RegExp(`^(?:${block})*$`), attributes: [] },
  td: { children: new RegExp(`^(?:${block})*$`), attributes: [] },
}
