import { expect, test } from 'vitest'
import { classifyTitle, type DayMeaning } from '#calendar/import/classify-title.ts'

const inWords = (meaning: DayMeaning) => (meaning.is === 'closed' ? `closed${meaning.office ? ', office too' : ''}` : 'of' in meaning ? `${meaning.is} of ${meaning.of}` : meaning.is === 'term ends' ? meaning.name : meaning.is)

test.each([
  ['Board of Education Meeting'],
  ['Back to School Night - Elementary'],
  ['First Day of Winter'],
  ['Spirit Week'],
  ['Last day to drop a class'],
  ['Picture Retakes'],
  ['SAT'],
  [''],
])('"%s" says nothing of the day', (title) => {
  expect(inWords(classifyTitle(title).meaning)).toBe('not understood')
})

test.each([
  ['Labor Day - District Closed', 'closed, office too'],
  ['Labor Day', 'closed, office too'],
  ['Columbus Day - No School', 'closed'],
  ['School Day - Snow Day Makeup', 'school'],
  ['Winter Recess', 'closed'],
  ['Spring Break — No School', 'closed'],
  ['NO SCHOOL', 'closed'],
  ['Non-School Day', 'closed'],
  ['Thanksgiving Holidays', 'closed, office too'],
  ['First day of Spring Break', 'closed'],
  ['Staff Development Day - No School', 'staff only'],
  ['Professional Development Days - No Students', 'staff only'],
  ['Columbus Day - No School for Students', 'staff only'],
  ['Teacher Work Day', 'staff only'],
  ['Teacher Workday/Student Holiday', 'staff only'],
  ['Day Between Semesters/Non Student Day', 'staff only'],
  ['Pupil-Free Day', 'staff only'],
  ['In-service day', 'staff only'],
  ['First Day of School', 'first day of pupils'],
  ['School Begins', 'first day of pupils'],
  ['First day for teachers', 'first day of staff'],
  ['Last Day of School / Graduation', 'last day of pupils'],
  ['Last Day of School - Early Dismissal', 'last day of pupils'],
  ['Last Day for Staff', 'last day of staff'],
  ['Early Dismissal - Labor Day Weekend', 'school'],
  ['Minimum Day', 'school'],
  ['Delayed Opening for Students/Staff PD', 'school'],
  ['End of 1st Quarter', 'first_quarter_ends'],
  ['Semester 1 ends (1st)', 'first_semester_ends'],
  ['Last day of second trimester', 'second_trimester_ends'],
])('"%s" is %s', (title, says) => {
  expect(inWords(classifyTitle(title).meaning)).toBe(says)
})

test('a holiday that does not say that schools are closed, and whatever is only possible, is to be looked at', () => {
  expect(classifyTitle("Lincoln's Birthday").sure).toBe(false)
  expect(classifyTitle('No School (tentative)').sure).toBe(false)
  expect(classifyTitle("Presidents' Day - No School").sure).toBe(true)
})

test('where the title says nothing the category is asked, and the answer is not sure', () => {
  expect(classifyTitle('District Day', ['no-school'])).toEqual({ meaning: { is: 'closed', office: false }, sure: false })
})
