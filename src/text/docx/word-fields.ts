/** Word's fields: a code that is not shown and its last result, which is. They may hold one another and run over many paragraphs. */
export class WordFields {
  private readonly open: { code: string; result: boolean }[] = []
  /** Codes of fields that number things by themselves and keep no result in the file. */
  readonly unnumbered = new Set<string>()

  begin(): void {
    this.open.push({ code: '', result: false })
  }

  code(text: string): void {
    const field = this.open.at(-1)
    if (field !== undefined && field.code.length < 500) field.code += text
  }

  separate(): void {
    const field = this.open.at(-1)
    if (field !== undefined) field.result = true
  }

  end(): void {
    const field = this.open.pop()
    if (field !== undefined && !field.result) this.noteNumber(field.code)
  }

  /** A code does not run over the end of a paragraph; one that seems to has lost its end, and must not swallow the text after it. */
  endParagraph(): void {
    for (const field of this.open) field.result = true
  }

  private noteNumber(code: string): void {
    const name = /^\s*(AUTONUM\w*|LISTNUM)/i.exec(code)?.[1]
    if (name !== undefined) this.unnumbered.add(name.toUpperCase())
  }

  /** True while text is shown: outside of every field's code. */
  get shown(): boolean {
    return this.open.every((field) => field.result)
  }

  /** True inside a table of contents. */
  get contents(): boolean {
    return this.open.some((field) => field.result && /^\s*TO[CA]\b/i.test(field.code))
  }
}
