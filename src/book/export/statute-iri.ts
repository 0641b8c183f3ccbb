/**
 * Turns a statute as we cite it (`Cal. Ed. Code § 44955(b)`) into an address after the Akoma Ntoso naming convention
 * (`/akn/us-ca/act/ed-code/~sec_44955-b`). No date stands in it: an agreement names the law as it stands, not one edition of it.
 */

const states: ReadonlyMap<string, string> = new Map([
  ['Cal.', 'us-ca'], ['CCR', 'us-ca'], ['Tex.', 'us-tx'], ['Utah', 'us-ut'], ['Idaho', 'us-id'], ['ORS', 'us-or'], ['OAR', 'us-or'], ['HRS', 'us-hi'], ['Mo.', 'us-mo'],
  ['RCW', 'us-wa'], ['NRS', 'us-nv'], ['A.R.S.', 'us-az'], ['Minn.', 'us-mn'], ['Wis.', 'us-wi'], ['Fla.', 'us-fl'], ['Conn.', 'us-ct'], ['M.G.L.', 'us-ma'], ['Ohio', 'us-oh'],
])

/** Always an address, for any citation: letters other than plain ones become dashes. */
export function statuteIri(citation: string): string {
  const cited = citation.includes(', ') ? (citation.split(', ').at(-1) ?? citation) : citation
  const [, work = cited, section = ''] = /^(.*?)\s*(?:§+\s*|\s(?=[A-Z]?\d[\d.A-Za-z()-]*$))([^§]*)$/u.exec(cited) ?? []
  const words = work.trim().split(/\s+/u)
  const [first = '', second = ''] = words
  const place = states.get(first) ?? states.get(second) ?? 'us'
  const name = dashed(states.has(first) && words.length > 1 ? words.slice(1).join(' ') : work)
  const part = dashed(section)
  return `/akn/${place}/act/${name === '' ? 'unnamed' : name}${part === '' ? '' : `/~sec_${part}`}`
}

function dashed(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '')
}
