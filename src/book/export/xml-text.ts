/** Text made safe for XML and HTML, whatever letters a file brought. */

/** For the inside of an element. Letters that XML 1.0 forbids become the replacement mark, so that a loss can be seen. */
export function xmlText(text: string): string {
  return allowed(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** For the inside of an attribute in double quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** Page breaks become blanks, other forbidden letters the replacement mark. */
export function allowed(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\v\f]/g, ' ').replace(forbidden, '\uFFFD')
}

// oxlint-disable-next-line no-control-regex -- these are the very letters that are looked for
const forbidden = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g
