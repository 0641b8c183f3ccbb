import { describe, expect, test } from 'vitest'
import { codeNamed, findStatutes, statuteSetting } from '#book/links/find-statutes.ts'

function statutes(text: string, whole = text): readonly string[] {
  return findStatutes(text, statuteSetting(whole)).map((one) => one.to)
}

describe('what is no statute', () => {
  const refusals = [
    'The Education Code requires 180 days.',
    'The dress code 7 days a week.',
    'ADA is paid by average daily attendance.',
    'Title to the equipment passes to the district.',
    'A bill for 160 dollars.',
    'An Act of God excuses delay, and so does the act of another.',
    'The Act shall not apply.',
  ]
  for (const text of refusals) {
    test(text, () => {
      expect(statutes(text)).toEqual([])
    })
  }
})

describe('statutes in the form they are cited in', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Education Code Section 44955', ['Cal. Ed. Code § 44955']],
    ['Ed. Code §§ 44955 and 44949', ['Cal. Ed. Code § 44955', 'Cal. Ed. Code § 44949']],
    ['Section 48900 of the Education Code', ['Cal. Ed. Code § 48900']],
    ['Ed Code 44664(a)(3)', ['Cal. Ed. Code § 44664(a)(3)']],
    ['Education Code Sections 44966-44974', ['Cal. Ed. Code § 44966', 'Cal. Ed. Code § 44974']],
    ['Government Code Section 3543.2', ['Cal. Gov. Code § 3543.2']],
    ['Labor Code section 233', ['Cal. Lab. Code § 233']],
    ['Penal Code 243.2', ['Cal. Penal Code § 243.2']],
    ['Health and Safety Code Section 11054', ['Cal. Health & Saf. Code § 11054']],
    ['Welfare and Institutions Code Section 300', ['Cal. Welf. & Inst. Code § 300']],
    ['Division 2.5 of the Family Code', ['Cal. Fam. Code div. 2.5']],
    ['Section 403(b) of the Internal Revenue Code', ['I.R.C. § 403(b)']],
    ['Title 5, CCR, Section 80026', ['5 CCR § 80026']],
    ['34 CFR 300.39 (b) (3)', ['34 C.F.R. § 300.39(b)(3)']],
    ['29 C.F.R. Part 825', ['29 C.F.R. pt. 825']],
    ['20 U.S.C. 7801', ['20 U.S.C. § 7801']],
    ['20 U.C.S. Sec 7801', ['20 U.S.C. § 7801']],
    ['Public Law 94-142', ['Pub. L. 94-142']],
    ['SB 160 and Assembly Bill 1522', ['SB 160', 'AB 1522']],
    ['the FMLA and the California Family Rights Act', ['Family and Medical Leave Act, 29 U.S.C. § 2601', 'California Family Rights Act, Cal. Gov. Code § 12945.2']],
    ['20.U.S.C. 7801', ['20 U.S.C. § 7801']],
    ['under the Public Records Act and the Social Security Act of 1964', ['Public Records Act', 'Social Security Act of 1964']],
    ['Title IX', ['Title IX, 20 U.S.C. § 1681']],
    ['ORS 243.650', ['ORS 243.650']],
    ['HRS § 89-9', ['HRS § 89-9']],
    ['Chapter 89, HRS', ['HRS ch. 89']],
    ['Idaho Code 33-513', ['Idaho Code § 33-513']],
    ['Utah Code 53G-11-501', ['Utah Code § 53G-11-501']],
    ['Section 168.221 RSMo', ['Mo. Rev. Stat. § 168.221']],
  ]
  for (const [text, expected] of rows) {
    test(text, () => {
      expect(statutes(text)).toEqual(expected)
    })
  }

  test('ADA is the act where the text names the act and never attendance', () => {
    const whole = 'The Americans with Disabilities Act (ADA) governs.'
    expect(statutes('as the ADA requires', whole)).toEqual(['Americans with Disabilities Act, 42 U.S.C. § 12101'])
  })

  test('of several codes the last one named is what a bare number after it belongs to', () => {
    const setting = statuteSetting('')
    expect(codeNamed('The Labor Code and then, of all codes, the Health and Safety Code.', setting)).toBe('Cal. Health & Saf. Code')
    expect(codeNamed('A dress code and a code of conduct.', setting)).toBeNull()
  })

  test('an Education Code is Texan where Texas is the state that the text names', () => {
    expect(statutes('Education Code Section 21.401', 'Independent School District, Texas. Education Code Section 21.401')).toEqual(['Tex. Ed. Code § 21.401'])
  })
})
