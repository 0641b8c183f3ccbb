import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'
import { readFingerprints } from '#pack/fingerprint-clauses.ts'
import { readChapter } from '#pack/read-chapter.ts'
import { readManifest } from '#pack/read-manifest.ts'
import { byNumber, walkPack, type Pack, type PackChapter } from '#pack/pack.ts'

/** No chapter of a real agreement comes near it; it keeps a hostile pack from filling the memory. */
const largestFileCharacters = 2_000_000

/**
 * A pack from its files, by their paths inside the folder (`agreement.yaml`, `articles/06-grievance.md`).
 * Pure: no disk. What is wrong stands in the notes with file, line and clause, and the rest is kept; only a pack without a readable agreement.yaml fails.
 */
export function readPack(files: ReadonlyMap<string, string>): Outcome<Pack> {
  const manifestText = files.get('agreement.yaml')
  if (manifestText === undefined) {
    return failed(problem('pack/no-manifest', 'There is no agreement.yaml in this pack.', 'Add one; docs/pack-format.md shows what stands in it.', { file: 'agreement.yaml' }))
  }
  const problems: Problem[] = []
  const manifest = manifestText.length > largestFileCharacters ? tooLarge('agreement.yaml', problems) : readManifest(manifestText, problems)
  if (!manifest) return failed(problems[0] ?? problem('pack/manifest', 'agreement.yaml cannot be read.', 'Mend it.', { file: 'agreement.yaml' }))
  const chapters = readChapters(files, problems)
  const pack: Pack = {
    ...manifest,
    articles: chapters.filter((chapter) => chapter.kind === 'article').sort(byNumber),
    appendices: chapters.filter((chapter) => chapter.kind === 'appendix').sort(byNumber),
    fingerprints: readFingerprints(files.get('fingerprints.csv') ?? '', problems),
  }
  checkAnchors(pack, problems)
  return done(pack, problems)
}

function readChapters(files: ReadonlyMap<string, string>, problems: Problem[]): PackChapter[] {
  const chapters: PackChapter[] = []
  const paths = [...files.keys()].filter((path) => /^articles\/[^/]+\.md$/.test(path)).sort()
  if (paths.length === 0) problems.push(problem('pack/no-articles', 'The pack has no articles.', 'Add articles/01-its-title.md.', { file: 'articles' }))
  for (const path of paths) {
    const text = files.get(path) ?? ''
    const chapter = text.length > largestFileCharacters ? tooLarge(path, problems) : readChapter(path, text, problems)
    if (!chapter) continue
    const twin = chapters.find((other) => other.anchor === chapter.anchor)
    if (twin) problems.push(problem('pack/chapter-twice', `${chapter.kind} ${chapter.number} stands already in ${twin.file}.`, 'Join the two files or mend a number.', { file: path, line: chapter.line }))
    else chapters.push(chapter)
  }
  return chapters
}

function tooLarge(file: string, problems: Problem[]): null {
  problems.push(problem('pack/too-large', `The file has more than ${largestFileCharacters} characters.`, 'Check that it is what its name says.', { file }))
  return null
}

function checkAnchors(pack: Pack, problems: Problem[]): void {
  const known = new Set<string>([...walkPack(pack)].map(({ clause }) => clause.anchor))
  for (const absent of pack.absent) known.add(absent.at)
  for (const defect of pack.defects) {
    for (const at of [defect.at, ...defect.also]) {
      if (at === '' || known.has(at)) continue
      problems.push(problem('pack/unknown-anchor', `A defect is noted at ${at}, and the pack has no such clause.`, 'Mend the number, or add the clause.', { file: 'agreement.yaml', line: defect.line, clause: at }))
    }
  }
}
