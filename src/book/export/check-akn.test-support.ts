import { SaxesParser } from 'saxes'
import { aknRules } from './akn-rules.test-support.ts'

/** Says what is wrong with an Akoma Ntoso document of ours; nothing where it is valid. A real XML parser stands below, so a forbidden letter is found too. */

interface Open {
  readonly name: string
  children: string
  text: boolean
}

export function checkAkn(xml: string): string[] {
  const wrong: string[] = []
  const eids = new Set<string>()
  const targets: string[] = []
  const open: Open[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => void wrong.push(`not well formed: ${error.message}`))
  parser.on('text', (text) => {
    const top = open.at(-1)
    if (top !== undefined && text.trim() !== '') top.text = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    const top = open.at(-1)
    if (top !== undefined) top.children += `${name} `
    open.push({ name, children: '', text: false })
    wrong.push(...attributeFaults(name, attributes as Record<string, string>))
    collect(attributes as Record<string, string>, eids, targets, wrong)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) wrong.push(...childFaults(closed))
  })
  parser.write(xml).close()
  wrong.push(...targets.filter((target) => !eids.has(target)).map((target) => `#${target} leads nowhere`))
  return wrong
}

function attributeFaults(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const rule = aknRules[name]
  if (rule === undefined) return [`<${name}> is not in the table`]
  const given = Object.keys(attributes)
  const missing = rule.attributes.filter((it) => it.endsWith('!') && !given.includes(it.slice(0, -1)))
  const strange = given.filter((it) => !rule.attributes.includes(it) && !rule.attributes.includes(`${it}!`))
  const badDay = attributes['date'] !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(attributes['date'])
  return [
    ...missing.map((it) => `<${name}> lacks ${it.slice(0, -1)}`),
    ...strange.map((it) => `<${name}> may not have ${it}`),
    ...(badDay ? [`<${name}> has the date ${attributes['date']}`] : []),
  ]
}

function childFaults({ name, children, text }: Open): string[] {
  const rule = aknRules[name]
  if (rule === undefined) return []
  const order = rule.children.test(children) ? [] : [`<${name}> may not hold "${children.trim()}"`]
  return text && rule.text !== true ? [...order, `<${name}> may not hold words`] : order
}

function collect(attributes: Readonly<Record<string, string>>, eids: Set<string>, targets: string[], wrong: string[]): void {
  const { eId } = attributes
  if (eId !== undefined) {
    if (eids.has(eId)) wrong.push(`the eId ${eId} stands twice`)
    if (!/^\S+$/.test(eId)) wrong.push(`the eId "${eId}" has blanks or nothing in it`)
    eids.add(eId)
  }
  for (const name of ['href', 'refersTo', 'source', 'start', 'end']) {
    const value = attributes[name]
    if (value?.startsWith('#') === true) targets.push(value.slice(1))
    if (name === 'href' && value !== undefined && !/^[!-~]+$/.test(value)) wrong.push(`the address "${value}" has letters that no address has`)
  }
}
