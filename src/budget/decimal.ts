/** A difference up to this is float noise and never decides anything. */
export const TOLERANCE = 1e-9

/** Whether a value is strictly above a threshold. A value equal to the threshold is not above it. */
export function exceeds(value: number, threshold: number): boolean {
  return value > threshold + TOLERANCE
}

/**
 * Writes a number as a plain decimal, without exponent, float noise or negative zero.
 * Ten decimals show every difference that `exceeds` sees.
 */
export function plainDecimal(value: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString()
  const text = value.toFixed(10).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** Rounds a number for people, unless rounding would hide on which side of the threshold it is. */
export function rounded(value: number, threshold: number, decimals: number): string {
  const near = Number(value.toFixed(decimals))
  const side = (number: number) => Number(exceeds(number, threshold)) - Number(exceeds(threshold, number))
  return plainDecimal(side(near) === side(value) ? near : value)
}
