/** Whether the words that a PDF page carries are words at all, or the page must be read by eye. */
export type LayerState = 'good' | 'thin' | 'garbage'

/** `thin` is too little to be the page's text; `garbage` is letters whose meaning the file has lost. `lost` were not even letters. */
export function layerState(text: string, lost = 0): LayerState {
  const letters = text.replace(/\s/g, '')
  if (lost > 20 && lost > letters.length * 0.2) return 'garbage'
  if (letters.length < 60) return isGarbage(letters) && letters.length > 10 ? 'garbage' : 'thin'
  return isGarbage(letters) || isScrambled(text) ? 'garbage' : 'good'
}

/** Signs outside every alphabet: private places, unknown letters, leftovers. */
function isGarbage(letters: string): boolean {
  let odd = 0
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at)
    if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xff) odd++
  }
  return odd > letters.length * 0.2
}

/** Plain letters in the wrong order of a lost table: long text without the commonest words and hardly a vowel. */
function isScrambled(text: string): boolean {
  // Distinct words: a page of one word over and over (a form, a table) proves nothing.
  const words = [...new Set(text.toLowerCase().match(/[a-z]{2,}/g))]
  if (words.length < 50) return false
  const common = words.filter((word) => COMMON.has(word)).length
  const all = words.join('')
  const vowels = all.match(/[aeiou]/g)?.length ?? 0
  return common < 3 && (vowels < all.length * 0.22 || vowels > all.length * 0.6)
}

const COMMON: ReadonlySet<string> = new Set('the of and to in be shall for or is by on that as an at with may not from this any all will are if it de la que el los'.split(' '))
