import { describe, expect, test } from 'vitest'
import { findCitations } from '#book/links/find-citations.ts'

function cited(text: string): readonly string[] {
  return findCitations(text, []).map((one) => `${one.level} ${one.number}${one.under.map((step) => ` < ${step.level} ${step.number}`).join('')}${one.outside ? ' outside' : ''}`.trimEnd())
}

describe('what is no address of a clause', () => {
  const refusals = [
    'The meeting ends at 3.30 p.m. on 6.12.2024.',
    'Call 555-2368 or 415.555.0134.',
    'An average of 2.5 hours a week is paid at $31.25 per hour.',
    'A raise of 3.5% or 6.25 percent follows.',
    'Members serve 184 days, 7.5 hours each, in classes of 28.4 pupils.',
    'This section applies to all; that article of clothing does not.',
    'No section a teacher signs is void.',
    'The article may be repaired within 10 days.',
    'The schedule or calendar is posted.',
    'Items such as pencils and paper are free.',
    'The Section 125 plan is open to all.',
  ]
  for (const text of refusals) {
    test(text, () => {
      expect(cited(text).filter((one) => !one.endsWith('outside'))).toEqual([])
    })
  }
})

describe('what is one', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['as stated in Section 6.5.3 above', ['section 6.5.3']],
    ['under Sections 6.1 through 6.4', ['section 6.1', 'section 6.4']],
    ['see Sections 14.3.2.1., 14.6.1.3., and 14.7.)', ['section 14.3.2.1', 'section 14.6.1.3', 'section 14.7']],
    ['as specified in 10.6.1.1-10.6.1.3 these days', ['section 10.6.1.1', 'section 10.6.1.3']],
    ['after completion of 15.1.14 the member', ['section 15.1.14']],
    ['see Sections 6.2, 6.3 and 6.5', ['section 6.2', 'section 6.3', 'section 6.5']],
    ['as required by Article 10.5.6', ['article 10.5.6']],
    ['under Article VII, Section B(3), a member', ['section B(3) < article VII']],
    ['as in 11.1.1.2, the class', ['section 11.1.1.2']],
    ['paragraph (b) of this section', ['part (b) < section']],
    ['subsection a. above', ['part a']],
    ['Nothing in this Article limits it.', ['article']],
    ['the form in Appendix A', ['appendix A']],
    ['Exhibit B and Schedule C-1 apply', ['appendix B', 'appendix C-1']],
    ['Articles 4 and 9 survive', ['article 4', 'article 9']],
    ['paragraphs six (6) and eight (8) survive', ['part 6', 'part 8']],
    ['Article Five controls', ['article 5']],
    ['Section 6.5 and 10 days later', ['section 6.5']],
    ['Section 3 of Article 5', ['section 3 < article 5']],
    ['Article 12, Sections 12.1.4, 12.1.5 and 12.1.6', ['section 12.1.4 < article 12', 'section 12.1.5 < article 12', 'section 12.1.6 < article 12']],
    ['Article 9 of the Rodda Act', ['article 9 outside']],
    ['Section 4 of the Bylaws', ['section 4 outside']],
    ['subject to Board Policy Section 4118', ['section 4118 outside']],
  ]
  for (const [text, expected] of rows) {
    test(text, () => {
      expect(cited(text)).toEqual(expected)
    })
  }

  test('a span is exactly the printed words', () => {
    const text = 'Unless Section 6.4(a) or paragraph (b) of Section 6.5 says otherwise'
    expect(findCitations(text, []).map((one) => text.slice(one.start, one.end))).toEqual(['Section 6.4(a)', 'paragraph (b) of Section 6.5'])
  })
})
