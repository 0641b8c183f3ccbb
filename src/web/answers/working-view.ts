import { dollars, spaced } from '#determinations/value-in-words.ts'
import type { CoreType, Program } from '#rules/core/core.ts'
import type { WorkingLine } from '#rules/core/running.ts'
import type { ClauseLink, WorkingNode } from '#web/answers/answer-shapes.ts'
import { capital, sayDaysIn, sayShortly, sayValue } from '#web/answers/say-value.ts'

/** The working as a tree for a page: each step with its clause, what it took and what it gave. A step that two others rest on is told in full once. */
export function workingView(program: Program, working: readonly WorkingLine[], link: (anchor: string) => ClauseLink): readonly WorkingNode[] {
  const types = new Map<string, CoreType>([...program.facts, ...program.parameters, ...program.steps].map((it) => [it.name, it.type]))
  const told = new Set<string>()
  const node = (line: WorkingLine): WorkingNode => {
    const again = told.has(line.rule)
    told.add(line.rule)
    return {
      name: capital(spaced(line.rule)),
      value: said(line.value, types.get(line.rule)),
      why: again ? '' : whyOf(line),
      clause: line.clause === '' ? null : link(line.clause),
      uses: again ? [] : Object.entries(line.uses).map(([name, used]) => `${spaced(name)} ${said(used, types.get(name))}`),
      from: again ? [] : line.from.map(node),
      again: again && (line.from.length > 0 || Object.keys(line.uses).length > 0),
    }
  }
  return working.map(node)
}

/** The rule's words, without its name once more before them. */
function whyOf({ rule, why }: WorkingLine): string {
  const name = spaced(rule)
  const words = why.startsWith(`${name}: `) ? why.slice(name.length + 2) : why
  return words === name || words === rule ? '' : capital(sayDaysIn(words))
}

function said(value: unknown, type: CoreType | undefined): string {
  return typeof value === 'number' && type?.is === 'number' && type.money ? dollars(value) : typeof value === 'object' ? sayShortly(value) : sayValue(value)
}
