import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blocked } from '../../src/budget/decision.ts'
import { type Reading, unreadable } from '../../src/budget/reading.ts'
import { annotationsOf } from '../../src/report/annotations.ts'
import type { RunResult } from '../../src/report/result.ts'
import { resultOf, sloWith } from '../support/builders.ts'

const resultAt = (reading: number | Reading, parts: Partial<RunResult> = {}) =>
  resultOf([[sloWith(), { PT720H: reading }]], parts)
const many = (count: number, reading: number | Reading, parts: Partial<RunResult> = {}) =>
  resultOf(
    Array.from({ length: count }, (_, index) => {
      const id = `slo-${index}`
      return [sloWith({ id, name: id }), { PT720H: reading }] as const
    }),
    parts
  )

describe('the annotation of the decision', () => {
  it('is one error that says which SLO, which value, which threshold and what to do', () => {
    const [error, ...others] = annotationsOf(resultAt(2.5))
    expect(others).toEqual([])
    expect(error).toMatchObject({
      level: 'error',
      title: 'Deployment blocked: the error budget is exhausted'
    })
    for (const part of ['"crm"', '2.5', 'limit of 1', 'Fix the failing'])
      expect(error?.message).toContain(part)
  })

  it('is a warning in an audit, which does not fail', () => {
    expect(annotationsOf(resultAt(2.5, { mode: 'audit' }))).toEqual([
      expect.objectContaining({ level: 'warning', title: expect.stringContaining('Audit') })
    ])
  })

  it.each(['config-error', 'source-error'] as const)('is an error in an audit that fails: %s', verdict => {
    const annotations = annotationsOf(resultOf([], { mode: 'audit', decision: blocked(verdict, 'why') }))
    expect(annotations).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringContaining('why') })
    ])
  })

  it('is absent when the budget is healthy', () => {
    expect(annotationsOf(resultAt(0.1))).toEqual([])
  })
})

describe('the other annotations', () => {
  it('are a warning for an SLO that passes with one', () => {
    expect(annotationsOf(resultAt(0.9))).toEqual([
      {
        level: 'warning',
        title: 'Error budget: warning',
        message: expect.stringContaining('less than 20%')
      }
    ])
  })

  it('are a warning for each setting that is rarely meant', () => {
    expect(annotationsOf(resultAt(0.1, { warnings: ['a short window'] }))).toEqual([
      { level: 'warning', title: 'Error budget: configuration', message: 'a short window' }
    ])
  })

  it('do not repeat the decision', () => {
    expect(annotationsOf(resultAt(unreadable('HTTP 503')))).toHaveLength(1)
  })

  it('are never more than ten of a level, and say how many are left out', () => {
    const counts = fc.integer({ min: 1, max: 30 })
    const readings = fc.constantFrom<number | Reading>(0.1, 0.9, 2, unreadable('HTTP 503'))
    const modes = fc.constantFrom('enforce', 'audit')
    fc.assert(
      fc.property(counts, readings, fc.nat(30), modes, (count, reading, settings, mode) => {
        const warnings = Array.from({ length: settings }, (_, index) => `setting ${index}`)
        const annotations = annotationsOf(many(count, reading, { warnings, mode }))
        for (const level of ['error', 'warning', 'notice']) {
          expect(annotations.filter(annotation => annotation.level === level).length).toBeLessThanOrEqual(10)
        }
        const [, left] = /^(\d+) more warnings/.exec(annotations.at(-1)?.message ?? '') ?? []
        const everyOne = annotationsOf(many(count, reading, { mode })).length + settings
        if (left === undefined) expect(annotations).toHaveLength(everyOne)
        else expect(annotations.length).toBe(10)
      })
    )
  })

  it('count what is left out', () => {
    const annotations = annotationsOf(many(12, 0.9))
    expect(annotations).toHaveLength(10)
    expect(annotations.at(-1)?.message).toBe('3 more warnings are in the job summary')
  })
})
