import { xmlAttribute, xmlText } from '#book/export/xml-text.ts'
import type { DmnLogic, DmnModel, DmnNode, DmnType } from '#rules/dmn/dmn-model.ts'

/** Writes a model as DMN 1.5 XML, in the order of elements that its schema asks for. The same model gives the same bytes. */
export function writeDmn(model: DmnModel): string {
  const ids = idsOf(model)
  const clauses = [...new Set(model.nodes.flatMap(node => (node.is === 'input' ? [] : node.clauses)))]
  const sources = new Map(clauses.map((clause, at) => [clause, `clause_${at + 1}`]))
  const root = element('definitions', { xmlns: namespace, id: 'definitions', name: model.name, namespace: `urn:steward:${model.pack}:${model.name}`, expressionLanguage: 'https://www.omg.org/spec/DMN/20230324/FEEL/', exporter: 'Steward' }, [
    ...description(model.notes.length === 0 ? null : model.notes.join(' ')),
    ...model.types.map(typeElement),
    ...model.nodes.map(node => nodeElement(node, ids, sources)),
    ...[...sources].map(([clause, id]) => element('knowledgeSource', { id, name: `Clause ${clause}` }, [])),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`
}

const namespace = 'https://www.omg.org/spec/DMN/20230324/MODEL/'

type Lines = readonly string[]

function element(name: string, attributes: Readonly<Record<string, string | null>>, children: readonly Lines[]): Lines {
  const head = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${xmlAttribute(value)}"`])).join('')
  if (children.length === 0) return [`<${name}${head}/>`]
  return [`<${name}${head}>`, ...children.flatMap(child => child.map(line => `  ${line}`)), `</${name}>`]
}

/** An element that holds text alone stands on one line, so that no blank is added to it. */
function textElement(name: string, text: string): Lines {
  return [`<${name}>${xmlText(text)}</${name}>`]
}

function description(text: string | null): readonly Lines[] {
  return text === null || text === '' ? [] : [textElement('description', text)]
}

/** Letters that an id may not have become their code, so that no two names share one. */
function idsOf(model: DmnModel): ReadonlyMap<string, string> {
  return new Map(model.nodes.map(node => [node.name, `${node.is}_${node.name.replace(/[^A-Za-z0-9_]/gu, letter => `-${letter.codePointAt(0)?.toString(16)}`)}`]))
}

function typeElement(type: DmnType): Lines {
  return element('itemDefinition', { name: type.name, isCollection: type.isList ? 'true' : null }, [
    textElement('typeRef', type.base),
    ...(type.allowed.length === 0 ? [] : [element('allowedValues', {}, [textElement('text', type.allowed.map(word => `"${word.replace(/["\\]/g, '\\$&')}"`).join(', '))])]),
  ])
}

function nodeElement(node: DmnNode, ids: ReadonlyMap<string, string>, sources: ReadonlyMap<string, string>): Lines {
  const id = ids.get(node.name) ?? node.name
  if (node.is === 'input') return element('inputData', { id, name: node.name }, [...description(node.note), element('variable', { name: node.name, typeRef: node.type }, [])])
  const knowledge = node.calls.map((called, at) => element('knowledgeRequirement', { id: `${id}.calls_${at + 1}` }, [element('requiredKnowledge', { href: `#${ids.get(called) ?? called}` }, [])]))
  const authority = node.clauses.map((clause, at) => element('authorityRequirement', { id: `${id}.rests_${at + 1}` }, [element('requiredAuthority', { href: `#${sources.get(clause) ?? ''}` }, [])]))
  if (node.is === 'function') {
    const logic = element('encapsulatedLogic', {}, [...node.parameters.map(it => element('formalParameter', { name: it.name, typeRef: it.type }, [])), logicElement(node.logic, null)])
    return element('businessKnowledgeModel', { id, name: node.name }, [...description(node.note), element('variable', { name: node.name }, []), logic, ...knowledge, ...authority])
  }
  const information = node.needs.map((needed, at) => element('informationRequirement', { id: `${id}.needs_${at + 1}` }, [element(ids.get(needed)?.startsWith('input_') === true ? 'requiredInput' : 'requiredDecision', { href: `#${ids.get(needed) ?? needed}` }, [])]))
  return element('decision', { id, name: node.name }, [
    ...description(node.note),
    ...(node.question === null ? [] : [textElement('question', node.question)]),
    element('variable', { name: node.name, typeRef: node.type }, []),
    ...information, ...knowledge, ...authority,
    logicElement(node.logic, node.type),
  ])
}

function logicElement(logic: DmnLogic, type: string | null): Lines {
  if (logic.is === 'literal') return element('literalExpression', { typeRef: type }, [textElement('text', logic.text)])
  if (logic.is === 'context') return element('context', {}, logic.entries.map(entry => element('contextEntry', {}, [...(entry.name === null ? [] : [element('variable', { name: entry.name }, [])]), logicElement(entry.logic, null)])))
  return element('decisionTable', { hitPolicy: logic.hit, typeRef: type }, [
    ...logic.inputs.map(input => element('input', { label: input.label }, [element('inputExpression', {}, [textElement('text', input.text)])])),
    ...logic.outputs.map(output => element('output', { name: logic.outputs.length === 1 ? null : output.name, label: output.name }, [])),
    element('annotation', { name: 'clause' }, []),
    element('annotation', { name: 'says' }, []),
    ...logic.rows.map(row => element('rule', {}, [
      ...row.tests.map(test => element('inputEntry', {}, [textElement('text', test)])),
      ...row.outputs.map(output => element('outputEntry', {}, [textElement('text', output)])),
      ...[row.clause, row.says].map(text => element('annotationEntry', {}, [textElement('text', text)])),
    ])),
  ])
}
