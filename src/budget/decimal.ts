/** Differences up to this are float noise, never a decision (contract, section 1). */
export const TOLERANCE = 1e-9

/** Whether a value is over a threshold: strictly, so exactly at it is not over it. */
export function exceeds(value: number, threshold: number): boolean {
  return value > threshold + TOLERANCE
}

/**
 * A number as a plain decimal: no exponent, no float noise, no negative zero.
 * Ten decimals keep apart whatever `exceeds` keeps apart.
 */
export function plainDecimal(value: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString()
  const text = value.toFixed(10).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** A number rounded for people, unless that would hide on which side of the threshold it is. */
export function rounded(value: number, threshold: number, decimals: number): string {
  const near = Number(value.toFixed(decimals))
  const side = (number: number) => Number(exceeds(number, threshold)) - Number(exceeds(threshold, number))
  return plainDecimal(side(near) === side(value) ? near : value)
}
