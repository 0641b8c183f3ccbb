import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const top = resolve(import.meta.dirname, '../..')
const sample = 'agreements/sample/agreement.txt'
const next = 'agreements/sample/agreement-next.txt'
const scratch = mkdtempSync(join(tmpdir(), 'steward-cli-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function steward(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const ran = spawnSync(join(top, 'bin/steward'), args, { cwd: top, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1e8 })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

describe('what the command line refuses, and how', () => {
  test('an unknown command names the nearest one and leaves with 2', () => {
    const ran = steward(['raed'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('There is no command "raed"')
  })
  test('an unknown option is named, with the usage, and leaves with 2', () => {
    const ran = steward(['read', sample, '--jsno'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('--jsno')
    expect(ran.err).toContain('Usage: steward read FILE')
  })
  test('a file that is not there is named and leaves with 3', () => {
    const ran = steward(['read', 'no-such-file.pdf'])
    expect(ran.code).toBe(3)
    expect(ran.err).toContain('no-such-file.pdf: There is no such file.')
  })
  test('a folder that is no pack is refused with 3', () => {
    expect(steward(['read', 'docs']).code).toBe(3)
  })
  test('a broken PDF is refused with 3 and says what to do', () => {
    const path = join(scratch, 'broken.pdf')
    writeFileSync(path, '%PDF-1.7\nthis is no PDF at all')
    const ran = steward(['read', path])
    expect(ran.code).toBe(3)
    expect(ran.err).toContain('broken.pdf')
  })
  test('a note on a file is said once', () => {
    const path = join(scratch, 'page.html')
    writeFileSync(path, '<script>1</script><style>p { margin: 0 }</style><h1>ARTICLE 1. KEYS</h1><p>1.1 Each teacher has a key.</p>')
    const ran = steward(['read', path])
    expect(ran.code).toBe(0)
    expect(ran.err).toBe('Note. page.html: Programs in the page (1) were left out; they are never run. Nothing need be done.\n')
  })
  test('a clause that is not in the book leaves with 4 and names its neighbours', () => {
    const ran = steward(['read', sample, '--clause', '3.3.9'])
    expect(ran.code).toBe(4)
    expect(ran.err).toContain('There is no clause 3.3.9. Near it: 3.3.1, 3.3.2, 3.3.3.')
  })
  test('an unknown export format is refused with 2', () => {
    expect(steward(['export', sample, '--to', 'rtf']).code).toBe(2)
  })
  test('a result that cannot be written leaves with 5', () => {
    expect(steward(['export', sample, '--to', 'md', '-o', join(scratch, 'no/such/folder.md')]).code).toBe(5)
  })
})

describe('help', () => {
  test('no words at all print the commands and where to begin', () => {
    const ran = steward([])
    expect(ran.code).toBe(0)
    for (const name of ['read', 'lint', 'find', 'compare', 'export', 'serve']) expect(ran.out).toContain(`  ${name}`)
  })
  test('each command explains itself with examples', () => {
    const ran = steward(['help', 'compare'])
    expect(ran.out).toContain('tracked changes')
    expect(ran.out).toContain('Examples')
  })
  test('the exit codes are listed', () => {
    expect(steward(['help', 'exit-codes']).out).toContain('   3  a file could not be read')
  })
  test('the version names the pinned Node', () => {
    expect(steward(['--version']).out).toMatch(/^steward \d+\.\d+\.\d+ \(Node 26\./)
  })
})

describe('reading', () => {
  test('the outline of the sample agreement has its six articles and two appendices', () => {
    const ran = steward(['read', sample])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('6 articles, 2 appendices')
  })
  test('one clause is printed with its words (3.3.1)', () => {
    const ran = steward(['read', sample, '--clause', '3.3.1'])
    expect(ran.out).toContain('The grievance is filed with the principal within fifteen days')
    expect(ran.out).toContain('Cited from 3.2.1')
  })
  test('standard input is read, and the JSON is the shape of the book', () => {
    const ran = steward(['read', '-', '--json'], readFileSync(join(top, sample), 'utf8'))
    const book = JSON.parse(ran.out) as { source: { lines: number }; articles: { number: string; title: string; line: number }[] }
    expect(book.articles.map((article) => article.number)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(book.articles[2]).toMatchObject({ title: 'GRIEVANCE PROCEDURE', line: 62 })
  })
  test('a pack is read by its name', () => {
    expect(steward(['read', 'sample']).out).toContain('6 articles')
  })
})

describe('lint, find, compare, export', () => {
  test('lint finds the number that is printed twice (4.4), and --strict leaves with 1', () => {
    const ran = steward(['lint', sample, '--strict'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('duplicate-number')
    expect(steward(['lint', sample, '--kind', 'duplicate-number', '--json']).code).toBe(0)
  })
  test('find answers a number with the clause itself, and pages', () => {
    const ran = steward(['find', '3.3.1', sample])
    expect(ran.out.split('\n')[0]).toContain('3.3.1')
    expect(steward(['find', 'teacher', sample, '--limit', '2', '--from', '2']).out).toContain('3 to 4 of')
  })
  test('find leaves with 4 when there is nothing', () => {
    expect(steward(['find', 'zebra crossing xylophone', sample]).code).toBe(4)
  })
  test('compare shows fifteen days become twenty (3.3.1), and --strict leaves with 1', () => {
    const ran = steward(['compare', sample, next, '--strict'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('fifteen')
    expect(ran.out).toContain('twenty')
  })
  test('compare writes a Word file', () => {
    const path = join(scratch, 'redline.docx')
    expect(steward(['compare', sample, next, '--to', 'docx', '-o', path]).code).toBe(0)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })
  test('one subject in two agreements sets the class sizes beside each other', () => {
    expect(steward(['compare', sample, next, '--subject', 'class size']).out).toContain('4.3')
  })
  test('export to plain text gives back the file to the character', () => {
    const path = join(scratch, 'again.txt')
    steward(['export', sample, '--to', 'txt', '-o', path])
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(top, sample), 'utf8'))
  })
})
