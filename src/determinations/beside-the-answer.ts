import { civilText, parseCivilDay } from '#plain/civil-day.ts'
import { answerOut } from '#determinations/answers-out.ts'
import type { Prepared } from '#determinations/decide.ts'
import type { Determination, LawAnswer } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { askedFor, runnerOf } from '#determinations/runner.ts'
import type { Core } from '#rules/core/core.ts'
import type { WorkingLine } from '#rules/core/running.ts'
import type { RuleHead } from '#rules/rule-book.ts'

/** What stands beside an answer: warnings of the rule, an agreement that has run out, the statute and which of the two binds, and words that were left to people. */

type Beside = Pick<Determination, 'warnings' | 'law'>

/** The warnings and the law beside, by the plain readings. What turns on a missing fact is left out: it is not known to hold. */
export function besideTheAnswer(pack: LoadedPack, prepared: Prepared, plain: readonly number[]): Beside {
  const ask = (cores: readonly Core[]): readonly unknown[] | null => {
    const ran = runnerOf(askedFor(prepared.program, cores), plain).run(prepared.facts, prepared.around)
    return ran.status === 'answered' ? ran.value : null
  }
  const warnings = prepared.program.warnings
    .filter(({ when }) => when === null || ask([when])?.[0] === true)
    .map(({ says, clause }) => ({ clause, says }))
  return { warnings: [...warnings, ...wordsOnUnknownDay(prepared), ...wordsOnTerm(pack, prepared.around.asOf)], law: prepared.program.law.flatMap((law) => lawAnswer(law, ask)) }
}

/** Why the rule does not hold on the day asked, or null where it does or no day was asked. */
export function wordsOnForce(rule: RuleHead, asOf: number | null): string | null {
  if (asOf === null) return null
  const from = rule.from === null ? null : parseCivilDay(rule.from)
  const until = rule.until === null ? null : parseCivilDay(rule.until)
  if (from !== null && asOf < from) return `This rule is in force from ${rule.from}; on ${civilText(asOf)} it was not yet.`
  if (until !== null && asOf > until) return `This rule was in force until ${rule.until}; on ${civilText(asOf)} it is no longer.`
  return null
}

/** A rule with days of force, asked on no day in particular. */
function wordsOnUnknownDay({ decision: { from, until, at }, around }: Prepared): Beside['warnings'] {
  if (around.asOf !== null || (from === null && until === null)) return []
  const span = [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`until ${until}`])].join(' ')
  return [{ clause: at.clause, says: `This rule is in force ${span}; the day of the question was not given.` }]
}

/** Words that the rules used here leave to people: the decision's own and those of the definitions that the working went through. */
export function leftToPeople(pack: LoadedPack, decision: RuleHead, working: readonly WorkingLine[]): readonly string[] {
  const used = new Set<string>()
  const visit = (line: WorkingLine): void => {
    used.add(line.rule.split('.')[0] ?? line.rule)
    line.from.forEach(visit)
  }
  working.forEach(visit)
  const left = rulesThatLeave(pack)
  return [...new Set([...decision.leftToPeople, ...[...used].flatMap((name) => left.get(name) ?? [])])]
}

/** The rules that leave words to people, by name; most leave none. */
function rulesThatLeave(pack: LoadedPack): ReadonlyMap<string, readonly string[]> {
  const known = leaving.get(pack)
  if (known !== undefined) return known
  const rules: readonly RuleHead[] = [...pack.rules.decisions, ...pack.rules.definitions]
  const found = new Map(rules.filter((rule) => rule.leftToPeople.length > 0).map((rule) => [rule.name, rule.leftToPeople]))
  leaving.set(pack, found)
  return found
}

const leaving = new WeakMap<LoadedPack, ReadonlyMap<string, readonly string[]>>()

function wordsOnTerm({ pack }: LoadedPack, asOf: number | null): Beside['warnings'] {
  const { from, through } = pack.term
  if (asOf === null) return []
  const day = civilText(asOf)
  if (from !== null && day < from) return [{ clause: null, says: `The agreement begins on ${from}; on ${day} it was not yet in force.` }]
  if (through !== null && day > through) return [{ clause: null, says: `The agreement ran through ${through}; on ${day} it has expired, unless it was extended.` }]
  return []
}

function lawAnswer(law: Prepared['program']['law'][number], ask: (cores: readonly Core[]) => readonly unknown[] | null): readonly LawAnswer[] {
  const values = ask([law.lawWhen, ...law.gives.map((give) => give.value)])
  if (values === null) return []
  const value = Object.fromEntries(law.gives.map((give, at) => [give.name, answerOut(values[at + 1], give.value.type)]))
  return [{ statute: law.statute, certainty: law.certainty, value, binds: values[0] === true ? 'law' : 'contract', why: law.why }]
}
