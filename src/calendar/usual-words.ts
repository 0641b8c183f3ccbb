/** How a kind stands in a sentence where nobody said it: `work day`. */
export function usualWords(kind: string): string {
  const words = kind.replaceAll('_', ' ')
  return words.endsWith('day') ? words : `${words} day`
}
