/**
 * Puts right what stands in the way of recognizing a number or a heading, letter for letter, so that every place stays the same:
 * zero-width and odd blanks become blanks, look-alike Cyrillic and Greek letters become Latin ones, odd strokes become a hyphen.
 */

const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', Ј: 'J', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T', Х: 'X', У: 'Y', Ү: 'Y',
  а: 'a', в: 'b', с: 'c', е: 'e', і: 'i', ї: 'i', ј: 'j', о: 'o', р: 'p', ѕ: 's', х: 'x', у: 'y', ԁ: 'd', һ: 'h', ӏ: 'l',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', ν: 'v', ι: 'i',
  '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2212': '-',
}

const odd = /[\u0080-\uffff]/u

export function plainText(text: string): string {
  if (!odd.test(text)) return text
  let plain = ''
  for (let at = 0; at < text.length; at += 1) plain += plainLetter(text.charAt(at))
  return plain
}

function plainLetter(letter: string): string {
  if (letter < '\u0080') return letter
  if (/[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f\u2060\u3000\ufeff]/u.test(letter)) return ' '
  return lookAlikes[letter] ?? letter
}
