/** Reads one agreement of the corpus and holds its book against the hand-made outline. */
import { readBook } from '#book/read-book.ts'
import { wholeText } from '#text/document.ts'
import { readDocument } from '#text/read-document.ts'
import { checkCover, coverFacts } from './cover-facts.ts'
import { agreementFile, goldOutline, type AgreementName } from './corpus.ts'
import { measureOutline, type Measure } from './measure-outline.ts'

export interface AgreementMeasure extends Measure {
  /** Parties and term. */
  readonly front: { readonly right: number; readonly of: number }
}

/** Null where nobody has made an outline yet. Throws where the reader refuses the file: it must not. */
export async function measureAgreement(name: AgreementName): Promise<AgreementMeasure | null> {
  const gold = goldOutline(name)
  if (gold === null) return null
  const read = await readDocument(agreementFile(name))
  if (!read.ok) throw new Error(`${name}: ${read.problem.what}`)
  const book = readBook(read.value)
  return { ...measureOutline(gold, book, wholeText(read.value)), front: checkCover(coverFacts[name], book) }
}
