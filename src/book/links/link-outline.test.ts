import { describe, expect, test } from 'vitest'
import { inventOutline } from '#book/links/invent-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'

const lakeside = inventOutline(`
ARTICLE 1 Definitions
1.1 | "Day" means a day on which the school office is open.
1.2 | "Work Day" means a day on the member's own calendar.
1.3 | "Site" means a school or office.
ARTICLE 6 Grievances
6.1 General | A grievance is filed within ten (10) work days, or five days where a site is closed. Sites post this Article.
6.2 Levels | Levels are in Sections 6.2.1 and 6.2.2, and in Section 6.9.
6.2.1 First | The answer is due as in 6.2.2. Section 44955 is not touched.
6.2.2 Second | As paragraph (b) of this section says.
(a) | Filing.
(b) | Hearing, under Education Code Section 44944. Section 44955 stays apart.
ARTICLE 26 Pay
26.1 Rates | See Article 6.2.1 and Appendix A.
26.2 | Article 45 governs. So does Article 9 of the Rodda Act.
APPENDIX A Forms
`)

function references(from: string, outline = lakeside): readonly string[] {
  return linkOutline(outline)
    .references.filter((one) => one.from === from)
    .map((one) => `${one.text} -> ${one.to} ${one.status}${one.suggests === undefined ? '' : ` (${one.suggests}?)`}`)
}

describe('references', () => {
  test('an article that does not stand in the text is missing, and another law\'s article is outside', () => {
    expect(references('26.2')).toEqual(['Article 45 -> null missing', 'Article 9 -> null ok', 'Rodda Act -> Educational Employment Relations Act, Cal. Gov. Code § 3540 ok'])
  })

  test('lists give one reference each; a number that is nowhere is missing', () => {
    expect(references('6.2')).toEqual(['Sections 6.2.1 -> 6.2.1 ok', '6.2.2 -> 6.2.2 ok', 'Section 6.9 -> null missing (6.1?)'])
  })

  test('paragraph (b) of this section is found from where it stands', () => {
    expect(references('6.2.2')).toEqual(['paragraph (b) of this section -> 6.2.2.b ok'])
  })

  test('this Article is the article around the clause', () => {
    expect(references('6.1')).toEqual(['this Article -> 6 ok'])
  })

  test('a bare section of five figures belongs to the code named before it, and to no code where none is named', () => {
    expect(references('6.2.2.b')).toEqual(['Education Code Section 44944 -> Cal. Ed. Code § 44944 ok', 'Section 44955 -> Cal. Ed. Code § 44955 ok'])
    expect(references('6.2.1')).toEqual(['6.2.2 -> 6.2.2 ok', 'Section 44955 -> null ok'])
  })

  test('an article may be cited by a deeper number, and an appendix by its letter', () => {
    expect(references('26.1')).toEqual(['Article 6.2.1 -> 6.2.1 ok', 'Appendix A -> App. A ok'])
  })

  test('every span holds the printed words', () => {
    const outline = lakeside
    const texts = new Map(outline.articles.flatMap((article) => article.clauses).map((clause) => [clause.anchor as string, clause.text]))
    for (const one of linkOutline(outline).references) {
      const text = texts.get(one.from)
      if (text !== undefined) expect(text.slice(one.at.start, one.at.end)).toBe(one.text)
    }
  })
})

describe('houses whose numbers start afresh in each article', () => {
  const harbor = inventOutline(`
ARTICLE I Salaries
A. Steps | Steps are in Section B.
B. Lanes | See Article II, Section A.
ARTICLE II Leaves
A. Sick Leave | See Section B below and Article 1, Section A.
B. Bank | Donated days.
`)

  test('Section B is the article\'s own, and Article 1 is Article I', () => {
    expect(references('II.A.', harbor)).toEqual(['Section B -> II.B. ok', 'Article 1, Section A -> I.A. ok'])
    expect(references('I.A.', harbor)).toEqual(['Section B -> I.B. ok'])
    expect(references('I.B.', harbor)).toEqual(['Article II, Section A -> II.A. ok'])
  })
})

describe('references that find the wrong clause', () => {
  const hillside = inventOutline(`
ARTICLE 12 Night School
12.1 Pay | Pay for night school teachers is set in Section 30.1.15.
12.2 Overtime | See Section 30.1.12, Designation of Overtime.
12.3 Copies | See Section 30.1.11.
ARTICLE 30 Salaries
30.1 Rates |
30.1.11 Copies | Twelve.
30.1.12 Stipends | Five coaches.
30.1.13 Night School Teachers | Forty dollars.
30.1.14 Designation of Overtime | By the hour.
30.1.15 Holiday Tutoring Program | Thirty dollars.
`)

  test('a neighbour one figure away whose heading says what the sentence says makes it suspect', () => {
    expect(references('12.1', hillside)).toEqual(['Section 30.1.15 -> 30.1.15 suspect (30.1.13?)'])
  })

  test('so does a title that another clause bears', () => {
    expect(references('12.2', hillside)).toEqual(['Section 30.1.12 -> 30.1.12 suspect (30.1.14?)'])
  })

  test('a target that fits is left alone', () => {
    expect(references('12.3', hillside)).toEqual(['Section 30.1.11 -> 30.1.11 ok'])
  })
})

describe('defined terms', () => {
  const { definitions } = linkOutline(lakeside)

  test('each is found where it is defined', () => {
    expect(definitions.map((one) => `${one.anchor} ${one.term}`)).toEqual(['1.1 Day', '1.2 Work Day', '1.3 Site'])
  })

  test('the longest term wins, plurals count, and the defining clause is no use', () => {
    const uses = Object.fromEntries(definitions.map((one) => [one.term, one.uses.map((use) => use.from)]))
    expect(uses).toEqual({ Day: ['1.2', '6.1'], 'Work Day': ['6.1'], Site: ['6.1', '6.1'] })
  })

  test('a name given by "hereinafter" is used only with its capital', () => {
    const outline = inventOutline(`
ARTICLE 1 Parties
1.1 | The Lakeside Schools (hereinafter "District") and the teachers.
1.2 | The District answers. A district elsewhere does not.
`)
    expect(linkOutline(outline).definitions).toEqual([{ term: 'District', anchor: '1.1', uses: [{ from: '1.2', at: { start: 4, end: 12 } }] }])
  })

  test('"means of" and "by means" define nothing', () => {
    const outline = inventOutline(`
ARTICLE 1 Parties
1.1 | Notice by any means of delivery counts. The other means are mail and hand.
`)
    expect(linkOutline(outline).definitions).toEqual([])
  })
})
