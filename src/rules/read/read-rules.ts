import { problem, type Problem } from '#plain/problem.ts'
import type { Pack, PackClause } from '#pack/pack.ts'
import { attachExceptions, checkExceptions } from '#rules/read/attach-exceptions.ts'
import type { BlockMap } from '#plain/block/block-node.ts'
import type { BlockPlace } from '#rules/read/block-sheet.ts'
import { checkBook } from '#rules/read/check-book.ts'
import { checkName } from '#rules/read/check-names.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { PackRules } from '#rules/read/pack-rules.ts'
import { readBlock } from '#plain/block/read-block.ts'
import { readDecision } from '#rules/read/read-decision.ts'
import { readDefinition } from '#rules/read/read-definition.ts'
import { readDuty } from '#rules/read/read-duty.ts'
import { readExampleFiles, type SolvedCases } from '#rules/read/read-example-files.ts'
import { readException, unreadException, type WrittenException } from '#rules/read/read-exception.ts'
import { readParameter } from '#rules/read/read-parameter.ts'
import { readProcedure } from '#rules/read/read-procedure.ts'
import { kindNames } from '#rules/read/value-kinds.ts'
import type { Decision, Definition, Duty, Parameter, Procedure, RuleBook, RulePlace } from '#rules/rule-book.ts'

/**
 * The rules of a pack: every `rule` block of its clauses read, every expression parsed, every kind of value spelled as formulas and tables.
 * `files` are the pack's own by their paths: tables and examples are taken from them. What is wrong is told with file, line, clause and what to do; a block that is broken is left out, the rest is kept.
 */
export function readRules(pack: Pack, files: ReadonlyMap<string, string>): RuleBook {
  const problems: Problem[] = []
  const kinds = new Map<string, string>()
  const procedures = new Map<string, Procedure>()
  const clauses = clausesUnder([...pack.articles, ...pack.appendices], [])
  const rules: PackRules = { kinds, procedures, files, expressions: new Map(), tests: new Map(), anchors: anchorsOf(pack, clauses) }
  const read = new Gathered()
  const blocks = readBlocks(clauses, rules, kinds, problems, read.exceptions)
  for (const block of blocks) {
    const procedure = block.kind === 'procedure' ? readProcedure(block.map, block.name, block.place) : null
    if (procedure !== null) procedures.set(block.name, procedure)
  }
  for (const block of blocks) read.add(block)
  const attached = new Set<string>()
  const found = attachExceptions(read.decisions, read.exceptions, attached)
  const definitions = attachExceptions(read.definitions, read.exceptions, attached)
  checkExceptions(read.exceptions, attached, targetsOf([...found, ...definitions]), problems)
  const solved = readExampleFiles(files, found, problems)
  checkBook(found, solved, problems)
  const decisions = found.map((decision) => withCases(decision, solved.get(decision.name)))
  const problemsOfCases = (): readonly Problem[] => [...solved.values()].flatMap((cases) => cases.read().problems)
  return { pack: pack.name, decisions, definitions, parameters: read.parameters, procedures: [...procedures.values()], duties: read.duties, schoolYear: pack.schoolYear, problems, problemsOfCases }
}

/** The decision with the cases of its files after its own examples: read the first time that somebody asks. */
function withCases(decision: Decision, cases: SolvedCases | undefined): Decision {
  if (cases === undefined) return decision
  let all: Decision['examples'] | null = null
  return {
    ...decision,
    get examples() {
      return (all ??= [...decision.examples, ...cases.read().examples])
    },
  }
}

interface Block {
  readonly kind: string
  readonly name: string
  readonly map: BlockMap
  readonly place: BlockPlace
}

const blockKinds = ['decision', 'definition', 'parameter', 'exception', 'procedure', 'duty', 'table', ...kindNames]

/** All blocks that can be read, with kind and name, in the order of the pack. */
function readBlocks(clauses: readonly PackClause[], rules: PackRules, kinds: Map<string, string>, problems: Problem[], unread: WrittenException[]): Block[] {
  const blocks: Block[] = []
  const lines = new Map<string, string>()
  for (const clause of clauses) {
    for (const block of clause.blocks) {
      if (block.kind !== 'rule') continue
      const place: BlockPlace = { file: block.file, clause: clause.anchor, problems, pack: rules, choices: new Map() }
      const { map, trouble } = readBlock(block.text, block.line)
      if (trouble !== null) unread.push(...unreadBlock(block.text, { file: block.file, line: trouble.line, clause: clause.anchor }))
      if (trouble !== null) problems.push(problem('rules/block', trouble.what, trouble.next, { file: block.file, line: trouble.line, clause: clause.anchor }))
      const named = map === null ? null : nameOf(map, place)
      if (map === null || named === null) continue
      const earlier = lines.get(named.name)
      if (earlier !== undefined) {
        problems.push(problem('rules/name-twice', `"${named.name}" is the name of two blocks; the other stands in ${earlier}.`, 'Give one of them another name.', { file: block.file, line: map.line, clause: clause.anchor }))
        continue
      }
      lines.set(named.name, `${block.file}, line ${map.line}`)
      kinds.set(named.name, named.kind)
      blocks.push({ ...named, map, place })
    }
  }
  return blocks
}

/** The exception that a broken block was to be, as far as its first lines tell. */
function unreadBlock(text: string, at: RulePlace): WrittenException[] {
  const [name, to] = [/^exception:\s*(\w+)/m.exec(text)?.[1], /^to:\s*([\w.]+)/m.exec(text)?.[1]]
  return name === undefined || to === undefined ? [] : [unreadException(name, to, at)]
}

/** Kind and name from the first key. */
function nameOf(map: BlockMap, place: BlockPlace): { kind: string; name: string } | null {
  const first = map.entries[0]
  const where = { file: place.file, line: first?.line ?? map.line, clause: place.clause }
  if (first === undefined || !blockKinds.includes(first.key)) {
    place.problems.push(problem('rules/unknown-kind', `"${first?.key ?? ''}" begins no rule.`, `${didYouMean(first?.key ?? '', blockKinds)}Begin the block with "decision: its_name", or with another kind: ${blockKinds.slice(1).join(', ')}.`, where))
    return null
  }
  const name = first.value.is === 'text' ? first.value.text : ''
  return checkName(name, first.key, first.line, place) ? { kind: first.key, name } : null
}

/** Every chapter and clause in the order of the pack. */
function clausesUnder(clauses: readonly PackClause[], into: PackClause[]): readonly PackClause[] {
  for (const clause of clauses) {
    into.push(clause)
    clausesUnder(clause.clauses, into)
  }
  return into
}

function anchorsOf(pack: Pack, clauses: readonly PackClause[]): Set<string> {
  const anchors = new Set<string>(pack.absent.map((absent) => absent.at))
  for (const clause of clauses) anchors.add(clause.anchor)
  return anchors
}

function targetsOf(blocks: readonly (Decision | Definition)[]): string[] {
  return blocks.flatMap((block) => [block.name, ...block.values.map((value) => `${block.name}.${value.name}`)])
}

/** What the blocks are, by kind. */
class Gathered {
  readonly decisions: Decision[] = []
  readonly definitions: Definition[] = []
  readonly parameters: Parameter[] = []
  readonly duties: Duty[] = []
  readonly exceptions: WrittenException[] = []

  add({ kind, name, map, place }: Block): void {
    if (kind === 'procedure') return
    if (kind === 'definition') push(this.definitions, readDefinition(map, name, place))
    else if (kind === 'parameter') push(this.parameters, readParameter(map, name, place))
    else if (kind === 'exception') push(this.exceptions, readException(map, name, place))
    else if (kind === 'duty') {
      const { duty, decision } = readDuty(map, name, place)
      push(this.duties, duty)
      push(this.decisions, decision)
    } else push(this.decisions, readDecision(map, kind, name, place))
  }
}

function push<T>(into: T[], one: T | null): void {
  if (one !== null) into.push(one)
}
