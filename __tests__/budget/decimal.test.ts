import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { exceeds, plainDecimal, rounded } from '../../src/budget/decimal.ts'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const thresholds = fc.double({ min: 0, max: 1e4, noNaN: true })

describe('a plain decimal', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [0.4, '0.4'],
    [-100, '-100'],
    [100, '100'],
    [1_000_000, '1000000'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.3333333333'],
    [1e-9, '0.000000001'],
    [1e-7, '0.0000001'],
    [-4.69e-12, '0'],
    [5e-324, '0'],
    [1e21, '1000000000000000000000'],
    [-1e21, '-1000000000000000000000'],
    [1.5e300, BigInt(1.5e300).toString()]
  ])('of %p is %p', (value, text) => {
    expect(plainDecimal(value)).toBe(text)
  })

  it('has digits and at most one point: no exponent, no idle zero, no negative zero', () => {
    fc.assert(
      fc.property(finite, value => {
        const text = plainDecimal(value)
        expect(text).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/)
      })
    )
  })

  it('reads back as the same number within 1e-10', () => {
    fc.assert(
      fc.property(finite, value => {
        expect(Math.abs(Number(plainDecimal(value)) - value)).toBeLessThanOrEqual(1e-10)
      })
    )
  })

  it('keeps apart what a comparison keeps apart', () => {
    fc.assert(
      fc.property(thresholds, fc.double({ min: 1e-9, max: 1, noNaN: true }), (threshold, more) => {
        const value = threshold + more
        fc.pre(exceeds(value, threshold))
        expect(plainDecimal(value)).not.toBe(plainDecimal(threshold))
      })
    )
  })
})

describe('exceeding a threshold', () => {
  it.each([
    [1, 1, false],
    [1 + 1e-10, 1, false],
    [1 + 9.99e-10, 1, false],
    [1 + 1e-9, 1, false],
    [1 + 1.01e-9, 1, true],
    [1.0001, 1, true],
    [0.9999, 1, false],
    [0.1 + 0.2, 0.3, false],
    [14.6, 14.6, false],
    [14.600001, 14.6, true],
    [0, 0, false],
    [1e-8, 0, true],
    [Number.NaN, 1, false]
  ])('%d over %d: %p', (value, threshold, isOver) => {
    expect(exceeds(value, threshold)).toBe(isOver)
  })

  it('is strict: no value exceeds itself, nor what is less than 1e-9 below it', () => {
    fc.assert(
      fc.property(thresholds, fc.double({ min: 0, max: 0.9e-9, noNaN: true }), (threshold, noise) => {
        expect(exceeds(threshold, threshold)).toBe(false)
        expect(exceeds(threshold + noise, threshold)).toBe(false)
      })
    )
  })

  it('starts 1e-9 above the threshold', () => {
    fc.assert(
      fc.property(thresholds, fc.double({ min: 1.1e-9, max: 1e6, noNaN: true }), (threshold, more) => {
        expect(exceeds(threshold + more, threshold)).toBe(true)
      })
    )
  })
})

describe('a number rounded for people', () => {
  it.each([
    [2.34567, 1, '2.346'],
    [0.5, 1, '0.5'],
    [1, 1, '1'],
    [1.00001, 1, '1.00001'],
    [0.99999, 1, '0.99999'],
    [0.9999, 0.99995, '0.9999']
  ])('%p beside the threshold %p is %s', (value, threshold, text) => {
    expect(rounded(value, threshold, 3)).toBe(text)
  })
})
