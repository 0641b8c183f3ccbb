/**
 * The real agreements that tests may read where they are lent beside the repository, and the hand-made outlines that say what a careful reader finds in them.
 * Nothing here is needed to run Steward; where the folder is missing, `corpusFolder` is null and the tests that need it have nothing to do.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const repository = resolve(here, '../..')

/** Every agreement of the corpus by its short name (the file's name without `.txt`). */
export const agreementNames = [
  'ca-chaffey-act-2010-2013',
  'ca-fresno-fta-2016-2019',
  'ca-los-rios-seiu-2021-2024',
  'ca-oakland-oea-2018-2021',
  'ca-pleasant-valley-pvea-2015-2020-transcript',
  'ca-san-diego-sdea-2008-2013-ocr',
  'ca-sfusd-seiu1021-2022-2025',
  'ca-sfusd-uesf-certificated-2023-2025',
  'hi-hsta-2023-2027',
  'id-west-ada-2022-2023-ocr',
  'mo-kansas-city-kcft-2023-2026',
  'or-stea-2023-2025',
  'ut-granite-gea-2020-2023',
] as const

export type AgreementName = (typeof agreementNames)[number]

/** The agreements on which nothing may be tuned: whoever works on the reader does not open them. */
export const holdOuts: readonly AgreementName[] = [
  'or-stea-2023-2025',
  'hi-hsta-2023-2027',
  'mo-kansas-city-kcft-2023-2026',
  'ca-oakland-oea-2018-2021',
  'ca-sfusd-uesf-certificated-2023-2025',
]

/** An article as a careful reader finds it. `sectionLines` goes with `sectionIds`, one by one, where the lines were noted. */
export interface OutlineArticle {
  readonly number: string
  readonly title: string
  readonly line: number
  readonly sections: number
  readonly sectionIds: readonly string[]
  readonly sectionLines?: readonly number[]
}

/** A place found by its first and last words. `startsWith` may begin at the clause's heading; `endsWith` closes the whole clause, sub-clauses included. */
export interface SpotCheck {
  readonly id: string
  readonly line?: number
  readonly startsWith: string
  readonly endsWith?: string
}

/** A deeper provision than a section, with its line. */
export interface OutlineProvision {
  readonly id: string
  readonly line: number
}

export interface GoldOutline {
  readonly file: string
  readonly agreement: string
  readonly numbering: string
  readonly sectionRule: string
  readonly articleCount: number
  readonly sectionCount: number
  readonly articles: readonly OutlineArticle[]
  readonly provisions?: readonly OutlineProvision[]
  /** Lines at which no clause begins, though they begin with a number: wrapped references, table rows. */
  readonly noClauseAt?: readonly number[]
  /** Lines of numbered text that may be counted as sections or not: quoted letters and the like. */
  readonly eitherWayAt?: readonly number[]
  readonly appendices?: readonly string[]
  readonly spotChecks: readonly SpotCheck[]
  readonly traps: readonly { readonly line: number; readonly why: string }[]
}

/** What we add to an outline that came with the corpus. */
interface AddedChecks extends Pick<GoldOutline, 'spotChecks' | 'noClauseAt' | 'eitherWayAt'> {
  /** By the article's number, one line for each of its sections. */
  readonly sectionLines?: Readonly<Record<string, readonly number[]>>
}

/** The folder with the agreements: `STEWARD_CORPUS`, else the one beside the repository; null where there is none. */
export function corpusFolder(): string | null {
  const folder = process.env['STEWARD_CORPUS'] ?? resolve(repository, '../shared/corpus/agreements')
  return existsSync(folder) ? folder : null
}

/** The names of the agreements that are there to be read. */
export function presentAgreements(): readonly AgreementName[] {
  const folder = corpusFolder()
  return folder === null ? [] : agreementNames.filter((name) => existsSync(join(folder, `${name}.txt`)))
}

export function isHoldOut(name: AgreementName): boolean {
  return holdOuts.includes(name)
}

/** The agreement's file as the reader takes it. Throws where the corpus is not there: ask `presentAgreements` first. */
export function agreementFile(name: AgreementName): { name: string; bytes: Uint8Array } {
  const folder = corpusFolder()
  if (folder === null) throw new Error('The corpus of agreements is not on this machine.')
  return { name: `${name}.txt`, bytes: readFileSync(join(folder, `${name}.txt`)) }
}

/** The hand-made outline: the one that came with the corpus, else ours; its spot checks and those we added. Null where nobody has made one. */
export function goldOutline(name: AgreementName): GoldOutline | null {
  const given = corpusFolder() === null ? null : readJson<GoldOutline>(join(corpusFolder() ?? '', `${name}.outline.json`))
  const outline = given ?? readJson<GoldOutline>(join(here, 'outlines', `${name}.outline.json`))
  if (outline === null) return null
  const added = readJson<AddedChecks>(join(here, 'outlines', `${name}.spots.json`))
  if (added === null) return outline
  return {
    ...outline,
    articles: outline.articles.map((article) => ({ ...article, sectionLines: added.sectionLines?.[article.number] ?? article.sectionLines ?? [] })),
    spotChecks: [...outline.spotChecks, ...added.spotChecks],
    noClauseAt: [...(outline.noClauseAt ?? []), ...(added.noClauseAt ?? [])],
    eitherWayAt: [...(outline.eitherWayAt ?? []), ...(added.eitherWayAt ?? [])],
  }
}

function readJson<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null
}
