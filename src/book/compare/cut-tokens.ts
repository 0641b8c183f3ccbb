/** Cuts a text into the smallest pieces that a redline shows changed: words, whole figures and amounts, single marks. */

export interface Token {
  /** The blank or line end before it, as it stands; mostly one blank or nothing. */
  readonly gap: string
  readonly core: string
}

/** The tokens of a text; gaps and cores joined give the text again, but for blanks at its very end. */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(tokenPattern)) tokens.push({ gap: match[1] ?? '', core: match[2] ?? '' })
  return tokens
}

/** `$4,250.00`, `6.4.1`, `25:1`, `10/15/2012`, `2010-2013`, `5%`, `10th` and `full-time` are one token each; anything else that is no letter stands alone. */
const tokenPattern = /(\s*)([$€£]?\d+(?:[.,:/–-]\d+)*(?:%|st\b|nd\b|rd\b|th\b)?|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\S)/gu
