import type { IPropertiesOptions } from 'docx'

/** The look of an exported Word file, in styles that the reader can change at one place. Sizes are half points, spaces twentieths. */
export const docxStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: { run: { font: 'Georgia', size: 22 }, paragraph: { spacing: { after: 120, line: 288 } } },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 480, after: 160 }, keepNext: true } },
    heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
    heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
    heading4: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
    heading5: { run: { size: 22, bold: true, italics: true }, paragraph: { spacing: { before: 120, after: 60 }, keepNext: true } },
    heading6: { run: { size: 22, italics: true }, paragraph: { spacing: { before: 120, after: 60 }, keepNext: true } },
    hyperlink: { run: { color: '0B4A8F', underline: { type: 'single' } } },
  },
}
