/** Who made each lent agreement and for how long, as its cover or its first and last articles print it: what a book's `parties` and `term` should say. */
import type { Outline } from '#book/book.ts'
import { plainTitle } from './clause-ids.ts'
import type { AgreementName } from './corpus.ts'

export interface CoverFacts {
  readonly parties: readonly string[]
  /** Where the document itself bears two dates, either is right. Empty where it prints none. */
  readonly from: readonly string[]
  readonly through: readonly string[]
}

export const coverFacts: Record<AgreementName, CoverFacts> = {
  'ca-chaffey-act-2010-2013': { parties: ['Chaffey Joint Union High School District', 'Associated Chaffey Teachers'], from: ['2010-07-01'], through: ['2013-06-30'] },
  'ca-fresno-fta-2016-2019': { parties: ['Fresno Unified School District', 'Fresno Teachers Association'], from: ['2016-07-01'], through: ['2019-06-30'] },
  'ca-los-rios-seiu-2021-2024': { parties: ['Los Rios Community College District', 'Service Employees International Union'], from: ['2021-07-01'], through: ['2024-06-30'] },
  'ca-oakland-oea-2018-2021': { parties: ['Oakland Unified School District', 'Oakland Education Association'], from: ['2018-07-01', '2017-07-01'], through: ['2021-06-30'] },
  'ca-pleasant-valley-pvea-2015-2020-transcript': { parties: ['Pleasant Valley School District', 'Pleasant Valley Education Association'], from: ['2015-07-01'], through: ['2020-06-30'] },
  'ca-san-diego-sdea-2008-2013-ocr': { parties: ['San Diego Unified School District', 'San Diego Education Association'], from: ['2008-07-01', '2010-07-01'], through: ['2013-06-30'] },
  'ca-sfusd-seiu1021-2022-2025': { parties: ['San Francisco Unified School District', 'Service Employees International Union'], from: ['2022-07-01'], through: ['2025-06-30'] },
  'ca-sfusd-uesf-certificated-2023-2025': { parties: ['San Francisco Unified School District', 'United Educators of San Francisco'], from: ['2023-07-01'], through: ['2025-06-30'] },
  'hi-hsta-2023-2027': { parties: ['Hawaiʻi State Teachers Association', 'Board of Education'], from: ['2023-07-01'], through: ['2027-06-30'] },
  'id-west-ada-2022-2023-ocr': { parties: ['West Ada School District', 'West Ada Education Association'], from: [], through: [] },
  'mo-kansas-city-kcft-2023-2026': { parties: ['Kansas City Public Schools', 'Kansas City Federation of Teachers'], from: ['2023-07-01'], through: ['2026-07-01'] },
  'or-stea-2023-2025': { parties: ['Administrative Services', 'State Teacher Education Association'], from: [], through: ['2025-06-30'] },
  'ut-granite-gea-2020-2023': { parties: ['Granite School District', 'Granite Education Association'], from: ['2020-07-01'], through: ['2023-06-30'] },
}

/** How many of the facts a book has right, of those that the document prints. */
export function checkCover(facts: CoverFacts, book: Outline): { right: number; of: number } {
  const parties = facts.parties.filter((party) => book.parties.some((found) => plainTitle(found).includes(plainTitle(party))))
  const dates = [
    { wanted: facts.from, got: book.term.from },
    { wanted: facts.through, got: book.term.through },
  ].filter((it) => it.wanted.length > 0)
  const rightDates = dates.filter((it) => it.got !== null && it.wanted.includes(it.got))
  return { right: parties.length + rightDates.length, of: facts.parties.length + dates.length }
}
