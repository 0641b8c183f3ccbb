/** One text as a cell of a CSV file: quoted where it must be, and with an apostrophe before what a spreadsheet would run as a formula. */
export function safeCell(text: string, separator = ','): string {
  const guarded = /^[=@\t\r]/.test(text) || /^[+-](?![\d.,$%]*$)/.test(text) ? `'${text}` : text
  return guarded.includes(separator) || /["\r\n]/.test(guarded) || guarded !== text || /^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
