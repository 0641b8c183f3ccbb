import { describe, expect, test } from 'vitest'
import type { TextDocument } from '#text/document.ts'
import { definition, inList, level, list, makeDocx, paragraph, run, type DocxParts } from '#text/fixtures/make-docx.ts'
import { readDocument } from '#text/read-document.ts'

async function read(parts: DocxParts): Promise<TextDocument> {
  const outcome = await readDocument({ name: 'agreement.docx', bytes: makeDocx(parts) })
  if (!outcome.ok) throw new Error(outcome.problem.what)
  return outcome.value
}

async function texts(parts: DocxParts): Promise<string[]> {
  return (await read(parts)).lines.map((line) => line.text)
}

describe('automatic numbers in Word files', () => {
  const decimal = definition(1, level(0, 'upperRoman', 'ARTICLE %1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'lowerLetter', '(%3)') + level(3, 'lowerRoman', '%4)'))

  test('numbers of several levels are counted and start anew under each higher one', async () => {
    const body = [['Hours', 0], ['Day', 1], ['Six hours', 2], ['Seven hours', 2], ['Week', 1], ['Five days', 2], ['Pay', 0], ['Steps', 1]] as const
    expect(await texts({ body: body.map(([text, at]) => paragraph(text, inList(5, at))).join(''), numbering: decimal + list(5, 1) })).toEqual([
      'ARTICLE I. Hours', '1.1 Day', '(a) Six hours', '(b) Seven hours', '1.2 Week', '(a) Five days', 'ARTICLE II. Pay', '2.1 Steps',
    ])
  })

  test('two lists of one definition count on together, unless one starts anew', async () => {
    const one = definition(1, level(0, 'decimal', '%1.'))
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const body = [['a', 1], ['b', 2], ['c', 1], ['d', 3], ['e', 3], ['f', 1]] as const
    expect(await texts({ body: body.map(([text, id]) => paragraph(text, inList(id, 0))).join(''), numbering: one + list(1, 1) + list(2, 1) + list(3, 1, anew) })).toEqual(['1. a', '2. b', '3. c', '5. d', '6. e', '7. f'])
  })

  test('a level override replaces how one list shows its numbers', async () => {
    const over = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', 'Section %1')}</w:lvlOverride>`
    expect(await texts({ body: paragraph('x', inList(2, 0)) + paragraph('y', inList(2, 0)), numbering: definition(1, level(0, 'decimal', '%1.')) + list(2, 1, over) })).toEqual(['Section A x', 'Section B y'])
  })

  test('restart rules: never, and only after a given level', async () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>') + level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>')
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => paragraph('x', inList(1, at))).join('')
    expect(await texts({ body, numbering: definition(1, levels) + list(1, 1) })).toEqual(['1. x', '1. x', '1. x', '2. x', '2. x', '2. x', '3. x', '1. x'])
  })

  test('figures, letters past Z, ordinals, words, padded figures, bullets and nothing', async () => {
    const formats = [['decimalZero', '%1', '01'], ['upperLetter', '%1.', 'A.'], ['ordinal', '%1', '1st'], ['cardinalText', 'Article %1', 'Article One'], ['ordinalText', '%1:', 'First:'], ['bullet', '\uf0b7', '•'], ['none', '', null]] as const
    for (const [format, text, label] of formats) {
      const document = await read({ body: paragraph('x', inList(1, 0)), numbering: definition(1, level(0, format, text)) + list(1, 1) })
      expect(document.lines[0]?.text).toBe(label === null ? 'x' : `${label} x`)
      expect(document.lines[0]?.hint?.label ?? null).toBe(label)
    }
    const many = await texts({ body: Array.from({ length: 28 }, () => paragraph('x', inList(1, 0))).join(''), numbering: definition(1, level(0, 'lowerLetter', '%1)')) + list(1, 1) })
    expect(many.slice(25)).toEqual(['z) x', 'aa) x', 'bb) x'])
  })

  test('a level that points at a bullet level shows nothing for it, and a level passed over counts as begun', async () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'bullet', '-') + level(2, 'decimal', '%1.%2%3')
    expect(await texts({ body: paragraph('x', inList(1, 0)) + paragraph('y', inList(1, 2)), numbering: definition(1, levels) + list(1, 1) })).toEqual(['1. x', '1.1 y'])
    const plain = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2')
    expect(await texts({ body: paragraph('y', inList(1, 1)), numbering: definition(1, plain) + list(1, 1) })).toEqual(['1.1 y'])
  })

  test('numbers that come with a style, through the styles it is based on and list styles', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>
      <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
    const numbering = `${definition(7, '<w:numStyleLink w:val="L"/>')}${definition(8, `<w:styleLink w:val="L"/>${level(0, 'decimal', 'Article %1', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>')}`)}${list(1, 7)}${list(2, 8)}`
    const document = await read({ styles, numbering, body: styled('Leave', 'H1') + styled('Sick', 'H2') + styled('Bereavement', 'Mine') + styled('Plain', 'H2', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('Pay', 'H1') })
    expect(document.lines.map((line) => line.text)).toEqual(['Article 1 Leave', '1.1 Sick', '1.2 Bereavement', 'Plain', 'Article 2 Pay'])
    expect(document.lines.map((line) => line.hint?.heading)).toEqual([1, 2, 2, 2, 1])
  })

  test('styles based on one another in a ring do not hang', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    expect(await texts({ styles, body: paragraph('x', '<w:pStyle w:val="A"/>') })).toEqual(['x'])
  })
})

describe('tracked changes in Word files', () => {
  const who = 'w:id="1" w:author="R. Ortega" w:date="2024-05-01T10:00:00Z"'

  test('insertions are taken, deletions left out, and both are reported with their author', async () => {
    const body = `<w:p>${run('Pay is ')}<w:del ${who}><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins ${who}>${run('eleven')}</w:ins>${run(' dollars.', `<w:rPrChange ${who}><w:rPr><w:b/></w:rPr></w:rPrChange>`)}</w:p>`
    const document = await read({ body })
    expect(document.lines.map((line) => line.text)).toEqual(['Pay is eleven dollars.'])
    const change = { line: 1, author: 'R. Ortega', date: '2024-05-01T10:00:00Z' }
    expect(document.changes).toEqual([{ ...change, kind: 'deleted', text: 'ten' }, { ...change, kind: 'inserted', text: 'eleven' }])
  })

  test('a moved passage stands where it went', async () => {
    const body = `<w:p>${run('First. ')}<w:moveFrom ${who}>${run('Moved.')}</w:moveFrom></w:p><w:p>${run('Second. ')}<w:moveTo ${who}>${run('Moved.')}</w:moveTo></w:p>`
    const document = await read({ body })
    expect(document.lines.map((line) => line.text)).toEqual(['First.', 'Second. Moved.'])
    expect(document.changes.map((change) => [change.kind, change.line, change.text])).toEqual([['moved-from', 1, 'Moved.'], ['moved-to', 2, 'Moved.']])
  })

  test('a deleted paragraph leaves neither line nor number, and a deleted end joins two paragraphs', async () => {
    const gone = `<w:p><w:pPr>${inList(1, 0)}<w:rPr><w:del ${who}/></w:rPr></w:pPr><w:del ${who}><w:r><w:delText>Old clause.</w:delText></w:r></w:del></w:p>`
    const joined = `<w:p><w:pPr>${inList(1, 0)}<w:rPr><w:del ${who}/></w:rPr></w:pPr>${run('Two halves ')}</w:p>${paragraph('of one.', inList(1, 0))}`
    const document = await read({ body: paragraph('Hours.', inList(1, 0)) + gone + joined, numbering: definition(1, level(0, 'decimal', '%1.')) + list(1, 1) })
    expect(document.lines.map((line) => line.text)).toEqual(['1. Hours.', '2. Two halves of one.'])
    expect(document.changes.map((change) => change.text)).toEqual(['Old clause.\n\n'])
  })

  test('text put in by one and taken out by another is out', async () => {
    const document = await read({ body: `<w:p>${run('Kept')}<w:ins ${who}><w:del ${who}><w:r><w:delText> not</w:delText></w:r></w:del></w:ins></w:p>` })
    expect(document.lines[0]?.text).toBe('Kept')
    expect(document.changes.map((change) => change.kind)).toEqual(['deleted'])
  })

  test('a deleted table row is out', async () => {
    const document = await read({ body: paragraph('Pay') + `<w:tbl>${rowOf('1')}${rowOf('2', `<w:trPr><w:del ${who}/></w:trPr>`)}</w:tbl>` })
    expect(document.lines.map((line) => line.text)).toEqual(['Pay', '1 | x'])
    expect(document.changes.map((change) => change.text)).toEqual(['2', 'x'])
  })
})

describe('the rest of a Word file', () => {
  test('merged cells stay in their columns', async () => {
    const rows = [cellOf('Step', '<w:vMerge w:val="restart"/>') + cellOf('Class', '<w:gridSpan w:val="2"/>'), cellOf('', '<w:vMerge/>') + cellOf('A') + cellOf('B'), cellOf('1') + cellOf('$10') + cellOf('$11')]
    const document = await read({ body: `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>` })
    expect(document.lines.map((line) => line.hint?.cells)).toEqual([['Step', 'Class', ''], ['', 'A', 'B'], ['1', '$10', '$11']])
    expect(document.lines[2]?.text).toBe('1 | $10 | $11')
  })

  test('headers and footers come last and are furniture', async () => {
    const section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    const document = await read({ body: paragraph('Hours') + section, header: paragraph('Our Agreement'), footer: paragraph('Page 1') })
    expect(document.lines.map((line) => [line.text, line.hint?.furniture])).toEqual([['Hours', undefined], ['Our Agreement', true], ['Page 1', true]])
  })

  test('footnotes follow their paragraph with their mark, endnotes the text', async () => {
    const document = await read({ body: `<w:p>${run('A day')}${reference('footnote', 4)}${run(' counts')}${reference('endnote', 2)}</w:p>${paragraph('Next')}`, footnotes: noteOf('footnote', 4, 'A duty day.'), endnotes: noteOf('endnote', 2, 'See the law.') })
    expect(document.lines.map((line) => line.text)).toEqual(['A day¹ countsⁱ', '¹ A duty day.', 'Next', 'ⁱ See the law.'])
  })

  test('a text box is read once, after its paragraph', async () => {
    const content = `<w:txbxContent>${paragraph('In the box')}</w:txbxContent>`
    const body = `<w:p>${run('Beside')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await texts({ body })).toEqual(['Beside', 'In the box'])
  })

  test('field codes are not text, their results are, and a table of contents is marked', async () => {
    const document = await read({ body: `<w:p>${fieldOf(' TOC \\o "1-3" ', `${run('Article 1 Hours')}<w:r><w:tab/></w:r>${fieldOf('PAGEREF _Toc1', run('4'))}</w:p><w:p>${run('Article 2 Pay')}`)}</w:p>${paragraph('Article 1')}` })
    expect(document.lines.map((line) => [line.text, line.hint?.contents])).toEqual([['Article 1 Hours\t4', true], ['Article 2 Pay', true], ['Article 1', undefined]])
  })

  test('a field that never ends does not swallow the text after it', async () => {
    expect(await texts({ body: `<w:p>${run('Before')}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${paragraph('After')}` })).toEqual(['Before', 'After'])
  })

  test('tabs, breaks, hyphens, symbols, controls and hidden text', async () => {
    const body = `<w:p><w:r><w:t>8</w:t><w:noBreakHyphen/><w:t>5</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:br/><w:t>next</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run('secret', '<w:vanish/>')}</w:p><w:sdt><w:sdtContent>${paragraph('inside')}</w:sdtContent></w:sdt>`
    const document = await read({ body, comments: '<w:comment w:id="0"/>' })
    expect(document.lines.map((line) => line.text)).toEqual(['8-5\tcoop', 'next✓', 'inside'])
    expect(document.notes.map((note) => note.code)).toEqual(['text/comments-left-out', 'text/hidden-left-out'])
  })

  test('headings, size, bold and indent are hints', async () => {
    const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="T"><w:name w:val="heading 3"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    const document = await read({ styles, body: paragraph('Head', '<w:pStyle w:val="T"/>') + paragraph('Text', '<w:ind w:left="720" w:hanging="360"/>') })
    expect(document.lines.map((line) => line.hint)).toEqual([{ heading: 3, left: 0, size: 14, bold: true }, { left: 18, size: 11 }])
  })
})

function styled(text: string, style: string, more = ''): string {
  return paragraph(text, `<w:pStyle w:val="${style}"/>${more}`)
}

function cellOf(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
}

function noteOf(kind: string, id: number, text: string): string {
  return `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}</w:p></w:${kind}>`
}

function reference(kind: string, id: number): string {
  return `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
}

function fieldOf(code: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

function rowOf(text: string, properties = ''): string {
  return `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph('x')}</w:tc></w:tr>`
}
