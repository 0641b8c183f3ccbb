import { SaxesParser } from 'saxes'

/**
 * Says what is wrong with a DMN file of ours; nothing where it is sound. The part of DMN 1.5 that our export uses, as a table written from the standard: for each element the order of its children,
 * as a pattern over their names with a blank after each, and the attributes it may (and, with `!`, must) have. References must lead to an element of the right kind, and no id may stand twice.
 */
export function checkDmn(xml: string): string[] {
  const wrong: string[] = []
  const open: { name: string; children: string; text: boolean }[] = []
  const ids = new Map<string, string>()
  const references: { from: string; to: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', error => void wrong.push(`not well formed: ${error.message}`))
  parser.on('text', text => {
    const top = open.at(-1)
    if (top !== undefined && text.trim() !== '') top.text = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Record<string, string>
    const top = open.at(-1)
    if (top !== undefined) top.children += `${name} `
    open.push({ name, children: '', text: false })
    wrong.push(...attributeFaults(name, given))
    if (given['id'] !== undefined) {
      if (ids.has(given['id'])) wrong.push(`the id ${given['id']} stands twice`)
      ids.set(given['id'], name)
    }
    if (given['href'] !== undefined) references.push({ from: name, to: given['href'].slice(1) })
  })
  parser.on('closetag', () => {
    const { name, children, text } = open.pop() ?? { name: '', children: '', text: false }
    const rule = rules[name]
    if (rule === undefined) wrong.push(`<${name}> is no element of DMN`)
    else if (!rule.children.test(children)) wrong.push(`<${name}> holds ${children || 'nothing'}`)
    else if (text && rule.text !== true) wrong.push(`<${name}> holds text`)
  })
  parser.write(xml).close()
  for (const { from, to } of references) if (ids.get(to) !== targets[from]) wrong.push(`<${from}> leads to ${ids.get(to) ?? 'nothing'}: ${to}`)
  return wrong
}

const targets: Readonly<Record<string, string>> = { requiredInput: 'inputData', requiredDecision: 'decision', requiredKnowledge: 'businessKnowledgeModel', requiredAuthority: 'knowledgeSource' }

interface Rule {
  readonly children: RegExp
  readonly attributes: readonly string[]
  readonly text?: true
}

const logic = '(?:literalExpression|context|decisionTable) '
const words: Rule = { children: /^$/, attributes: [], text: true }
const empty = (...attributes: string[]): Rule => ({ children: /^$/, attributes })
const holds = (children: string, ...attributes: string[]): Rule => ({ children: new RegExp(`^${children}$`), attributes })

const rules: Readonly<Record<string, Rule>> = {
  definitions: holds('(?:description )?(?:itemDefinition )*(?:(?:inputData|decision|businessKnowledgeModel|knowledgeSource) )*', 'xmlns!', 'id', 'name!', 'namespace!', 'expressionLanguage', 'exporter'),
  description: words,
  question: words,
  text: words,
  typeRef: words,
  itemDefinition: holds('typeRef (?:allowedValues )?', 'name!', 'isCollection'),
  allowedValues: holds('text '),
  inputData: holds('(?:description )?variable ', 'id', 'name!'),
  variable: empty('name!', 'typeRef'),
  decision: holds(`(?:description )?(?:question )?variable (?:informationRequirement )*(?:knowledgeRequirement )*(?:authorityRequirement )*${logic}`, 'id', 'name!'),
  businessKnowledgeModel: holds('(?:description )?variable encapsulatedLogic (?:knowledgeRequirement )*(?:authorityRequirement )*', 'id', 'name!'),
  knowledgeSource: empty('id', 'name!'),
  informationRequirement: holds('(?:requiredInput|requiredDecision) ', 'id'),
  knowledgeRequirement: holds('requiredKnowledge ', 'id'),
  authorityRequirement: holds('requiredAuthority ', 'id'),
  requiredInput: empty('href!'),
  requiredDecision: empty('href!'),
  requiredKnowledge: empty('href!'),
  requiredAuthority: empty('href!'),
  encapsulatedLogic: holds(`(?:formalParameter )*${logic}`),
  formalParameter: empty('name!', 'typeRef'),
  literalExpression: holds('text ', 'typeRef'),
  context: holds('(?:contextEntry )+'),
  contextEntry: holds(`(?:variable )?${logic}`),
  decisionTable: holds('(?:input )*(?:output )+(?:annotation )*(?:rule )*', 'hitPolicy', 'typeRef'),
  input: holds('inputExpression ', 'label'),
  inputExpression: holds('text '),
  output: empty('name', 'label'),
  annotation: empty('name'),
  rule: holds('(?:inputEntry )*(?:outputEntry )+(?:annotationEntry )*'),
  inputEntry: holds('text '),
  outputEntry: holds('text '),
  annotationEntry: holds('text '),
}

function attributeFaults(name: string, given: Readonly<Record<string, string>>): string[] {
  const rule = rules[name]
  if (rule === undefined) return []
  const known = new Set(rule.attributes.map(attribute => attribute.replace('!', '')))
  return [
    ...rule.attributes.filter(attribute => attribute.endsWith('!') && given[attribute.slice(0, -1)] === undefined).map(attribute => `<${name}> lacks ${attribute.slice(0, -1)}`),
    ...Object.keys(given).filter(attribute => !known.has(attribute)).map(attribute => `<${name}> has ${attribute}`),
  ]
}
