import { describe, expect, it, test } from '@jest/globals'
import fc from 'fast-check'
import { budgetHealth, budgetRemaining, burnRateOf, highestBurnRate } from '../../src/budget/burnRate.ts'

const ratios = fc.double({ min: 0, max: 1, noNaN: true })
const targets = fc.double({ min: 0.001, max: 99.999, noNaN: true })
const burnRates = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1e6, noNaN: true }))

describe('the burn rate', () => {
  it.each([
    [0, 99.5, 0],
    [0.0025, 99.5, 0.5],
    [0.005, 99.5, 1],
    [0.01, 99.5, 2],
    [0.073, 99.5, 14.6],
    [0.001, 99.9, 1],
    [0.0001, 99.99, 1],
    [0.5, 50, 1],
    [1, 99, 100]
  ])('of an error ratio of %d against a target of %d %% is %d', (ratio, target, burnRate) => {
    expect(burnRateOf(ratio, target)).toBeCloseTo(burnRate, 10)
  })

  it('is (1 - SLI) / (1 - target/100)', () => {
    fc.assert(
      fc.property(ratios, targets, (sli, target) => {
        const expected = (1 - sli) / (1 - target / 100)
        expect(Math.abs(burnRateOf(1 - sli, target) - expected)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, expected)
        )
      })
    )
  })

  it('never falls when more events fail', () => {
    fc.assert(
      fc.property(ratios, ratios, targets, (a, b, target) => {
        expect(burnRateOf(Math.max(a, b), target)).toBeGreaterThanOrEqual(burnRateOf(Math.min(a, b), target))
      })
    )
  })

  it('is highest when everything fails', () => {
    expect(highestBurnRate(99.5)).toBe(200)
    fc.assert(
      fc.property(ratios, targets, (ratio, target) => {
        expect(burnRateOf(ratio, target)).toBeLessThanOrEqual(highestBurnRate(target))
      })
    )
  })
})

describe('budget remaining and budget health', () => {
  test.each([
    [0, 100, 1],
    [0.4, 60, 1],
    [0.8, 20, 1],
    [1, 0, 1],
    [1.25, -25, 0.8],
    [2, -100, 0.5],
    [200, -19_900, 0.005]
  ])('at burn rate %d are %d %% and %d', (burnRate, remaining, health) => {
    expect(budgetRemaining(burnRate)).toBeCloseTo(remaining, 10)
    expect(budgetHealth(burnRate)).toBe(health)
  })

  it('agree with the burn rate: remaining is 100 * (1 - burn rate), health is min(1, 1 / burn rate)', () => {
    fc.assert(
      fc.property(burnRates, burnRate => {
        const tolerance = 1e-9 * Math.max(1, burnRate)
        expect(Math.abs(budgetRemaining(burnRate) - 100 * (1 - burnRate))).toBeLessThanOrEqual(tolerance)
        expect(budgetHealth(burnRate)).toBe(burnRate === 0 ? 1 : Math.min(1, 1 / burnRate))
      })
    )
  })

  it('agree with each other: nothing remains exactly at burn rate 1, and only then', () => {
    const aroundOne = fc.integer({ min: -8, max: 8 }).map(steps => 1 + steps * Number.EPSILON)
    fc.assert(
      fc.property(fc.oneof(burnRates, aroundOne), burnRate => {
        expect(budgetRemaining(burnRate) === 0).toBe(burnRate === 1)
        expect(budgetRemaining(burnRate) < 0).toBe(budgetHealth(burnRate) < 1)
      })
    )
  })

  it('agree with the SLI: at the target the budget is used up, without failures all of it is left', () => {
    fc.assert(
      fc.property(targets, target => {
        expect(budgetRemaining(burnRateOf(1 - target / 100, target))).toBeCloseTo(0, 6)
        expect(budgetRemaining(burnRateOf(0, target))).toBe(100)
      })
    )
  })
})
