/** The reader against outlines made by hand: our invented agreement always, the lent agreements where they are on this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBook } from '#book/read-book.ts'
import { wholeText } from '#text/document.ts'
import { readDocument } from '#text/read-document.ts'
import { agreementNames, isHoldOut, presentAgreements, type AgreementName, type GoldOutline } from './corpus.ts'
import { measureAgreement } from './measure-agreement.ts'
import { measureOutline, scores, type Measure } from './measure-outline.ts'
import type { Miss } from './miss.ts'

/** What the reader must reach on an agreement: F1 of its sections, and the share of spot checks that hold. Articles are always all. */
interface Bar {
  readonly sections: number
  readonly spots: number
}

const asked: Bar = { sections: 0.98, spots: 0.95 }

const bars: Record<AgreementName, Bar> = {
  'ca-chaffey-act-2010-2013': asked,
  'ca-fresno-fta-2016-2019': asked,
  'ca-los-rios-seiu-2021-2024': asked,
  'ca-oakland-oea-2018-2021': asked,
  'ca-pleasant-valley-pvea-2015-2020-transcript': asked,
  'ca-san-diego-sdea-2008-2013-ocr': asked,
  'ca-sfusd-seiu1021-2022-2025': asked,
  'ca-sfusd-uesf-certificated-2023-2025': asked,
  'hi-hsta-2023-2027': asked,
  'id-west-ada-2022-2023-ocr': asked,
  'mo-kansas-city-kcft-2023-2026': asked,
  'or-stea-2023-2025': asked,
  'ut-granite-gea-2020-2023': asked,
}

const sample = new URL('../../agreements/sample/agreement.txt', import.meta.url)
const sampleGold = JSON.parse(readFileSync(new URL('./outlines/sample.outline.json', import.meta.url), 'utf8')) as GoldOutline

test('the invented agreement is read exactly as a careful reader outlines it', async () => {
  const read = await readDocument({ name: 'agreement.txt', bytes: readFileSync(sample) })
  if (!read.ok) throw new Error(read.problem.what)
  const measure = measureOutline(sampleGold, readBook(read.value), wholeText(read.value))
  expect(measure.misses).toEqual([])
  expect(measure.articles).toEqual({ right: 6, numbers: 6, expected: 6, found: 6 })
  expect(measure.sections).toEqual({ right: 31, expected: 31, found: 31 })
  expect(measure.cover.exact).toBe(true)
})

describe.runIf(presentAgreements().length > 0)('the lent agreements', () => {
  for (const name of agreementNames) {
    test.runIf(presentAgreements().includes(name))(`${name}: articles, sections, spot checks, every character once`, async () => {
      const measure = await measureAgreement(name)
      if (measure === null) throw new Error(`Nobody has made an outline of ${name}.`)
      expect(measure.cover.exact, 'the pieces cover the text').toBe(true)
      const where = isHoldOut(name) ? `${measure.misses.length} differences` : inWords(measure.misses)
      expect(figures(measure).articlesLeft, where).toBe(0)
      expect(figures(measure).sections, where).toBeGreaterThanOrEqual(bars[name].sections)
      expect(figures(measure).spots, where).toBeGreaterThanOrEqual(bars[name].spots)
    })
  }
})

function figures(it: Measure): { articlesLeft: number; sections: number; spots: number } {
  return {
    articlesLeft: it.articles.expected - it.articles.right + (it.articles.found - it.articles.numbers),
    sections: scores(it.sections).f1,
    spots: it.spots.of === 0 ? 1 : it.spots.right / it.spots.of,
  }
}

/** Where they differ, without the agreement's words. */
function inWords(misses: readonly Miss[]): string {
  return misses.slice(0, 12).map((miss) => `${miss.kind} ${miss.id} at line ${miss.line}`).join('; ')
}

test('every agreement of the corpus has a bar and the sample is there', () => {
  expect(Object.keys(bars)).toEqual([...agreementNames])
  expect(existsSync(sample)).toBe(true)
})
