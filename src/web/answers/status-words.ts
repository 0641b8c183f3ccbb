import type { Determination } from '#determinations/determination.ts'
import { spaced } from '#determinations/value-in-words.ts'
import { capital, sayDaysIn } from '#web/answers/say-value.ts'

/** How certain an answer is, in a few plain words and a sentence. */
export function statusWords({ status, value, readings, error, needs }: Determination, asking: 'no' | 'first' | 'more'): { readonly title: string; readonly says: string } {
  switch (status) {
    case 'determined':
      return { title: 'The answer', says: '' }
    case 'contested':
      return { title: 'Contested', says: `The text can be read in ${countWords[readings.length] ?? 'several'} ways, and they come out differently.${value === null ? '' : ' First the plainer one.'}` }
    case 'needs_input':
      return { title: asking === 'no' ? 'Not certain yet' : asking === 'first' ? 'First a question' : 'One question more', says: asking !== 'no' ? '' : 'The answer turns on what is not known yet.' }
    case 'needs_judgment':
      return { title: 'For people to judge', says: `The agreement leaves this to ${[...new Set(needs.flatMap((it) => it.judgedBy ?? []))].join(', ') || 'people'}. Say how it was judged, and the rest follows.` }
    case 'not_covered':
      return { title: 'The agreement does not answer this', says: 'No clause of it speaks of this case.' }
    case 'error':
      return { title: 'Something in the question cannot be right', says: error === undefined ? '' : capital(sayDaysIn(error.input === null ? error.message : error.message.replaceAll(error.input, spaced(error.input)))) }
  }
}

const countWords: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' }
