/** The piece with its words, which are made the first time that somebody reads them: most are never shown. */
export function saying<T extends object>(piece: T, words: () => string): T & { readonly says: string } {
  let made: string | null = null
  return Object.defineProperty(piece, 'says', { enumerable: true, get: () => (made ??= words()) }) as T & { readonly says: string }
}
