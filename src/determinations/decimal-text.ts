/** Numbers of JSON as the decimal that was written: read off the shortest text, never by multiplying a floating-point number. */

/** Above this a whole number is no longer kept exactly beside its neighbours; the core's limit. */
export const largestStored = 2 ** 52

export type Scaled = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly why: 'too many decimals' | 'too large' }

/** The number as a whole number of `1/10^decimals`. `0.07` with two decimals is 7; `0.075` has too many. */
export function scaleNumber(number: number, decimals: number): Scaled {
  const { sign, digits, exponent } = writtenParts(number)
  const shift = exponent + decimals
  if (shift < 0) {
    const cut = digits.slice(0, shift)
    if (/[1-9]/.test(digits.slice(shift))) return { ok: false, why: 'too many decimals' }
    return whole(sign, cut)
  }
  // Seventeen figures and more cannot be below the limit.
  if (digits !== '0' && digits.length + shift > 17) return { ok: false, why: 'too large' }
  return whole(sign, digits + '0'.repeat(digits === '0' ? 0 : shift))
}

/** Sign, figures without a point, and the power of ten of the last figure. */
function writtenParts(number: number): { sign: 1 | -1; digits: string; exponent: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number))
  if (match === null) return { sign: 1, digits: '9'.repeat(400), exponent: 0 }
  const behind = match[3] ?? ''
  const digits = `${match[2]}${behind}`.replace(/^0+(?=\d)/, '')
  return { sign: match[1] === '-' ? -1 : 1, digits, exponent: Number(match[4] ?? 0) - behind.length }
}

function whole(sign: 1 | -1, digits: string): Scaled {
  const value = digits === '' ? 0 : Number(digits)
  if (value >= largestStored) return { ok: false, why: 'too large' }
  return { ok: true, value: value === 0 ? 0 : sign * value }
}
