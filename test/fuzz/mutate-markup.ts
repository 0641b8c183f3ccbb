import type { Random } from './random.ts'

/** Damage to HTML and XML that knows what a tag is: lost, doubled, nested and swapped tags, odd values, entities. */
export function mutateMarkup(text: string, random: Random): string {
  let broken = text
  for (let times = 1 + random.below(5); times > 0; times--) broken = random.pick(DAMAGES)(broken, random)
  return broken.slice(0, 3_000_000)
}

type Damage = (text: string, random: Random) => string

const ODD_VALUES = ['', '-1', '0', '1', '9', '999999999', '2147483648', '-999999999999', 'NaN', '%1%2%3%4%5%6%7%8%9', '%0', 'none', 'bullet', 'x'.repeat(5000), '\ufffe', '&lt;', '../../etc/passwd', '1e9', '"']

const DAMAGES: readonly Damage[] = [
  function loseTag(text, random) {
    return onTag(text, random, () => '')
  },
  function doubleTag(text, random) {
    return onTag(text, random, (tag) => tag.repeat(2 + random.below(50)))
  },
  function nest(text, random) {
    return onTag(text, random, (tag) => tag.repeat(random.pick([20, 500, 20_000])))
  },
  function swapTags(text, random) {
    const other = tagAt(text, random)
    return onTag(text, random, () => text.slice(other.start, other.end))
  },
  function oddValue(text, random) {
    const values = [...text.matchAll(/="[^"]*"/g)]
    if (values.length === 0) return text
    const value = random.pick(values)
    return `${text.slice(0, value.index)}="${random.pick(ODD_VALUES)}"${text.slice(value.index + value[0].length)}`
  },
  function entity(text, random) {
    const at = random.below(text.length + 1)
    return text.slice(0, at) + random.pick(['&', '&#0;', '&#x110000;', '&nope;', '&amp;'.repeat(1000), '<![CDATA[', ']]>', '<!--', '-->', '<?x', '\0', '\ud800']) + text.slice(at)
  },
  function ownEntities(text) {
    return text.replace(/(\?>|^)/, '$1<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>')
  },
  function movePiece(text, random) {
    const from = tagAt(text, random)
    const to = tagAt(text, random)
    const [start, end] = [Math.min(from.start, to.start), Math.max(from.end, to.end)]
    const cut = text.slice(start, end)
    const rest = text.slice(0, start) + text.slice(end)
    const at = random.below(rest.length + 1)
    return rest.slice(0, at) + cut + rest.slice(at)
  },
  function repeatPiece(text, random) {
    const from = tagAt(text, random)
    const to = tagAt(text, random)
    const [start, end] = [Math.min(from.start, to.start), Math.max(from.end, to.end)]
    return text.slice(0, end) + text.slice(start, end).repeat(1 + random.below(200)).slice(0, 1_000_000) + text.slice(end)
  },
]

function tagAt(text: string, random: Random): { start: number; end: number } {
  const start = Math.max(0, text.indexOf('<', random.below(text.length + 1)))
  const end = text.indexOf('>', start)
  return { start, end: end < 0 ? start : end + 1 }
}

function onTag(text: string, random: Random, change: (tag: string) => string): string {
  const { start, end } = tagAt(text, random)
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end)
}
