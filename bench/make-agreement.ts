/**
 * Writes an invented agreement of any size for benches and for large books in tests: the same text for the same seed.
 * Its words are ours; its manners are those of real ones: contents, running feet, references, defined terms, a salary table.
 */

export interface AgreementSize {
  readonly articles: number
  /** Sections in each article; at most 26 where they are lettered. */
  readonly sections: number
  /** Numbered paragraphs in each section; two where nothing is said. */
  readonly paragraphs?: number
  readonly seed: number
  /** How its clauses are numbered: `6.4.1`, or Article VI, Section D, 1. Decimal where nothing is said. */
  readonly style?: 'decimal' | 'lettered'
}

/** The text of an agreement with `articles` × (1 + `sections` × (1 + `paragraphs`)) clauses and one appendix. */
export function makeAgreement(size: AgreementSize): string {
  const dice = makeDice(size.seed)
  const paragraphs = size.paragraphs ?? 2
  const numbers = numbering(size.style ?? 'decimal')
  const titles = Array.from({ length: size.articles }, (_, index) => titleOf(index))
  const lines = [...frontPage(), ...contentsOf(titles, numbers)]
  titles.forEach((title, index) => lines.push(...articleOf(index + 1, title, { ...size, paragraphs }, numbers, dice)))
  lines.push(...salaryAppendix(dice))
  return withFeet(lines).join('\n')
}

type Dice = (below: number) => number

/** A small congruential generator: whole numbers from 0 up to, not including, `below`. */
function makeDice(seed: number): Dice {
  let state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

function frontPage(): string[] {
  return [
    'COLLECTIVE BARGAINING AGREEMENT',
    '',
    'between the',
    'LARK HARBOR UNIFIED SCHOOL DISTRICT',
    'and the',
    'LARK HARBOR EDUCATORS UNION',
    '',
    'July 1, 2024 through June 30, 2027',
    '',
  ]
}

/** What stands in front of an article, a section and a paragraph, and how another clause cites a section. */
interface Numbering {
  readonly article: (article: number) => string
  readonly section: (article: number, section: number) => string
  readonly paragraph: (article: number, section: number, paragraph: number) => string
  readonly cited: (article: number, section: number) => string
}

function numbering(style: 'decimal' | 'lettered'): Numbering {
  if (style === 'decimal') {
    return {
      article: (article) => `ARTICLE ${article}`,
      section: (article, section) => `${article}.${section}`,
      paragraph: (article, section, paragraph) => `${article}.${section}.${paragraph}`,
      cited: (article, section) => `Section ${article}.${section}`,
    }
  }
  return {
    article: (article) => `ARTICLE ${roman(article)}`,
    section: (_, section) => `Section ${letter(section)}.`,
    paragraph: (_article, _section, paragraph) => `${paragraph}.`,
    cited: (article, section) => `Article ${roman(article)}, Section ${letter(section)}`,
  }
}

function roman(value: number): string {
  return `${'X'.repeat(Math.floor(value / 10))}${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? ''}`
}

function letter(value: number): string {
  return String.fromCharCode(64 + value)
}

function contentsOf(titles: readonly string[], numbers: Numbering): string[] {
  const rows = titles.map((title, index) => `${numbers.article(index + 1)}  ${title} ${'.'.repeat(Math.max(4, 60 - title.length))} ${2 + index * 3}`)
  return ['TABLE OF CONTENTS', '', ...rows, `APPENDIX A  Salary Schedule ${'.'.repeat(45)} ${2 + titles.length * 3}`, '']
}

function articleOf(number: number, title: string, size: Required<Pick<AgreementSize, 'articles' | 'sections' | 'paragraphs'>>, numbers: Numbering, dice: Dice): string[] {
  const words = (): string => `${sentence(size, numbers, dice)} ${sentence(size, numbers, dice)}`
  const lines = [`${numbers.article(number)}  ${title}`, '']
  for (let section = 1; section <= size.sections; section++) {
    lines.push(...wrapped(`${numbers.section(number, section)}  ${pick(headings, dice)}: ${words()}`), '')
    for (let paragraph = 1; paragraph <= size.paragraphs; paragraph++) {
      lines.push(...wrapped(`${numbers.paragraph(number, section, paragraph)}  ${words()}`), '')
    }
  }
  return lines
}

function sentence(size: Pick<AgreementSize, 'articles' | 'sections'>, numbers: Numbering, dice: Dice): string {
  const words = pick(patterns, dice)
    .replace('{who}', () => pick(people, dice))
    .replace('{does}', () => pick(duties, dice))
    .replace('{when}', () => pick(times, dice).replace('#', String(2 + dice(28))))
    .replace('{term}', () => pick(terms, dice))
    .replace('{law}', () => `Education Code Section ${44_000 + dice(999)}`)
    .replace('{place}', () => numbers.cited(1 + dice(size.articles), 1 + dice(size.sections)))
    .replace('{money}', () => `$${1 + dice(8)},${String(dice(1000)).padStart(3, '0')}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function salaryAppendix(dice: Dice): string[] {
  const head = 'Step      Column I    Column II   Column III'
  const first = 48_000 + dice(4000)
  const rows = Array.from({ length: 20 }, (_, step) => {
    const cells = [0, 1, 2].map((column) => (first + step * 1_450 + column * 3_100).toLocaleString('en-US'))
    return `${String(step + 1).padEnd(10)}${cells.map((cell) => cell.padEnd(12)).join('')}`.trimEnd()
  })
  return ['APPENDIX A  Salary Schedule', '', head, ...rows, '']
}

/** A running foot and a page number after every 48 lines, as word processors print them. */
function withFeet(lines: readonly string[]): string[] {
  const out: string[] = []
  lines.forEach((line, index) => {
    out.push(line)
    if (index % 48 === 47) out.push('', 'Lark Harbor Agreement 2024-2027', `${(index + 1) / 48}`, '')
  })
  return out
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > 100) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

function titleOf(index: number): string {
  const round = Math.floor(index / subjects.length)
  return `${subjects[index % subjects.length]}${round === 0 ? '' : ` Part ${round + 1}`}`
}

function pick(from: readonly string[], dice: Dice): string {
  return from[dice(from.length)] ?? ''
}

const subjects = [
  'Agreement', 'Recognition', 'Definitions', 'Union Rights', 'District Rights', 'Grievances', 'Hours of Work', 'Class Size', 'Sick Leave',
  'Family Leave', 'Transfers', 'Evaluation', 'Safety', 'Salaries', 'Health Benefits', 'Retirement', 'Part-Time Work', 'Summer Work',
  'Special Education', 'Calendar', 'Peer Help', 'Discipline', 'Personnel Files', 'Layoff', 'Completion',
]
const headings = ['Purpose', 'Notice', 'Eligibility', 'Timeline', 'Selection', 'Rate of Pay', 'Exceptions', 'Records', 'Appeal', 'Release Time', 'Consultation', 'Annual Limit']
const people = ['a unit member', 'the principal', 'the site committee', 'the superintendent or designee', 'each counselor', 'a part-time teacher', 'the Union', 'the District']
const duties = ['give written notice', 'hold a conference', 'answer in writing', 'post the vacancy', 'keep the record', 'return the form', 'name a substitute', 'publish the roster']
const times = ['within # work days', 'no later than # days after the request', 'before the end of the semester', 'by October # of each year', 'during the first # school days']
const terms = ['work day', 'immediate family', 'unit member', 'hourly rate', 'preparation period', 'caseload']
const patterns = [
  '{who} shall {does} {when}.',
  'Where {who} does not {does} {when}, the matter moves to the next level as stated in {place}.',
  'The term "{term}" in this section has the meaning given in {place}.',
  'Subject to {law}, {who} may {does} {when}.',
  'The stipend is {money} a year and is paid {when}; {place} applies to part-year service.',
  'Nothing here keeps {who} from asking to {does} earlier than {place} requires.',
  'The number of hours is set {when} and does not change unless {who} agrees in writing.',
]
