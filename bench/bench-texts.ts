import { agreementFile, presentAgreements } from '../test/corpus/corpus.ts'
import { makeAgreement } from './make-agreement.ts'

/** The texts that benches read: the agreements that are lent, else invented ones of the same size. */

export interface BenchText {
  readonly name: string
  readonly bytes: Uint8Array
}

/** About 270 KB: the Chaffey agreement, or an invented one. */
export function oneText(): BenchText {
  return presentAgreements().includes('ca-chaffey-act-2010-2013') ? agreementFile('ca-chaffey-act-2010-2013') : invented(29, 1)
}

/** About 4 MB in thirteen agreements. */
export function allTexts(): BenchText[] {
  const lent = presentAgreements().map(agreementFile)
  return lent.length > 0 ? lent : Array.from({ length: 13 }, (_, index) => invented(33, index + 1))
}

function invented(articles: number, seed: number): BenchText {
  return { name: `invented-${seed}.txt`, bytes: new TextEncoder().encode(makeAgreement({ articles, sections: 10, paragraphs: 3, seed })) }
}
