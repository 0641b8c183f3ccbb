/** What people ask an agreement, for the search bench: written by us, with the slips, half-typed words and phrases that come with it. */

const asked = [
  'class size', 'sick leave', 'bereavement leave', 'grievance timelines', 'preparation period', 'just cause', 'transfer', 'involuntary transfer', 'seniority list', 'layoff notice',
  'reduction in force', 'recall rights', 'salary schedule', 'step and column movement', 'longevity pay', 'stipend coach', 'extra duty pay', 'department chair', 'evaluation timeline', 'observation form',
  'unsatisfactory evaluation', 'personnel file', 'right to representation', 'arbitration', 'arbitrator fees', 'mediation', 'work year', 'work day', 'duty free lunch', 'faculty meetings',
  'minimum days', 'parent conferences', 'back to school night', 'substitute coverage', 'class coverage pay', 'pupil load', 'caseload counselor', 'speech therapist caseload', 'nurse', 'librarian',
  'special education', 'iep meeting', 'inclusion', 'health benefits', 'dental insurance', 'retiree benefits', 'domestic partner', 'maternity leave', 'parental leave', 'family care leave',
  'personal necessity', 'jury duty', 'military leave', 'sabbatical', 'unpaid leave of absence', 'industrial accident', 'catastrophic leave bank', 'extended illness', 'return from leave', 'summer school',
  'adult education teachers', 'home teaching', 'job sharing', 'part time assignment', 'resignation', 'retirement', 'early retirement incentive', 'reopener', 'term of agreement', 'no strike',
  'management rights', 'association rights', 'release time president', 'payroll deduction dues', 'agency fee', 'bulletin boards', 'use of facilities', 'school calendar', 'holidays', 'professional development',
  'peer assistance', 'mentor teacher', 'safety', 'assault on teacher', 'student discipline', 'removal of student', 'complaints against teachers', 'public complaints', 'academic freedom', 'nondiscrimination',
  'vacancies posting', 'filling vacancies', 'reassignment', 'moving to another room', 'travel between schools', 'mileage reimbursement', 'technology', 'email', 'charter schools', 'consolidation',
  'progressive discipline', 'suspension without pay', 'dismissal', 'probationary teacher', 'permanent status', 'temporary teacher', 'credential', 'subject matter competence', 'overtime', 'shift differential',
  'how many sick days do i get', 'when is a grievance due', 'can i be moved to another school', 'who pays the arbitrator', 'what happens if my class is too big', 'how long is lunch', 'can my principal change my prep', 'days for a death in the family', 'deadline to ask for a transfer', 'pay for covering a class',
  'definition of immediate family', 'immediate family', 'day', 'grievant', 'unit member', 'district', 'superintendent', 'board', 'fte', 'hourly rate',
  '20 days', 'ten days', '$1,000', '5%', 'July 1', 'June 30', '44955', 'education code 44955', 'section 504', '180 days',
] as const

const addresses = ['6.4.1', 'art 6', 'article 11', 'section 3.4', 'App. A', 'appendix B', '11.1.1.2', '21', '15.1.13', 'art 6 timelines', 'VI.A', 'article six', 'sec 12.5', '3.9', 'art. 20 notice'] as const

const phrases = ['"class size"', '"just cause"', '"shall not exceed"', '"within ten (10) days"', '"immediate supervisor"', '"in accordance with"', '"full-time" teacher', '"personnel file" copy', '"work day', '"good faith"', '"sick leave" bank', '"written notice"'] as const

/** Some hundreds of queries in a fixed order: as meant, with two letters swapped, with one left out, cut short while typing, in quotes, and by number. */
export function searchQueries(): string[] {
  const words = asked.filter((query) => /^[a-z ]+$/.test(query))
  return [
    ...asked,
    ...addresses,
    ...phrases,
    ...words.map((query, at) => swapLetters(query, at)),
    ...words.filter((_, at) => at % 2 === 0).map((query, at) => leaveOut(query, at)),
    ...words.map((query) => query.slice(0, Math.max(3, query.length - 2))),
    ...words.filter((_, at) => at % 3 === 0).flatMap((query) => [query.slice(0, 2), query.slice(0, 3), query.slice(0, 5)]),
  ]
}

/** Swaps two letters inside the longest word. */
function swapLetters(query: string, turn: number): string {
  const { start, word } = longestWord(query)
  const at = start + 1 + (turn % Math.max(1, word.length - 3))
  return `${query.slice(0, at)}${query[at + 1] ?? ''}${query[at] ?? ''}${query.slice(at + 2)}`
}

/** Leaves a letter out of the longest word. */
function leaveOut(query: string, turn: number): string {
  const { start, word } = longestWord(query)
  const at = start + 1 + (turn % Math.max(1, word.length - 2))
  return query.slice(0, at) + query.slice(at + 1)
}

function longestWord(query: string): { start: number; word: string } {
  const word = query.split(' ').reduce((longest, next) => (next.length > longest.length ? next : longest))
  return { start: query.indexOf(word), word }
}
