import { AlignmentType, DeletedTextRun, Document, Footer, HeadingLevel, InsertedTextRun, LevelFormat, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { readDocument } from '#text/read-document.ts'

test('a file that another program wrote: numbers, tracked changes, a table and a page number in the foot', async () => {
  const who = { id: 1, author: 'A. Rivera', date: '2025-03-04T09:00:00Z' }
  const file = new Document({
    numbering: {
      config: [{
        reference: 'clauses',
        levels: [
          { level: 0, format: LevelFormat.UPPER_ROMAN, text: 'Article %1.', alignment: AlignmentType.START },
          { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 1440, hanging: 360 } } } },
        ],
      }],
    },
    sections: [{
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] })] })] }) },
      children: [
        new Paragraph({ text: 'Agreement', heading: HeadingLevel.HEADING_1 }),
        numbered('Hours', 0),
        numbered('Six hours.', 1),
        new Paragraph({ numbering: { reference: 'clauses', level: 1 }, children: [new TextRun('Lunch of '), new DeletedTextRun({ ...who, text: 'twenty' }), new InsertedTextRun({ ...who, id: 2, text: 'thirty' }), new TextRun(' minutes.')] }),
        numbered('Pay', 0),
        new Table({ rows: [['Step', 'Pay'], ['1', '$45,100']].map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) }),
      ],
    }],
  })
  const outcome = await readDocument({ name: 'a.docx', bytes: new Uint8Array(await Packer.toBuffer(file)) })
  if (!outcome.ok) throw new Error(outcome.problem.what)
  expect(outcome.value.lines.map((line) => line.text)).toEqual(['Agreement', 'Article I. Hours', '(a) Six hours.', '(b) Lunch of thirty minutes.', 'Article II. Pay', 'Step | Pay', '1 | $45,100', 'Page'])
  expect(outcome.value.lines[0]?.hint?.heading).toBe(1)
  expect(outcome.value.lines[2]?.hint?.left).toBe(54)
  expect(outcome.value.changes.map((change) => [change.kind, change.text, change.author])).toEqual([['deleted', 'twenty', 'A. Rivera'], ['inserted', 'thirty', 'A. Rivera']])
})

function numbered(text: string, level: number): Paragraph {
  return new Paragraph({ text, numbering: { reference: 'clauses', level } })
}
