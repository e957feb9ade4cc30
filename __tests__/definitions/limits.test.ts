import { expect, it } from '@jest/globals'
import { neverBlocking } from '../../src/definitions/limits.ts'
import { sloWith } from '../support/builders.ts'

it('an SLO whose target is not known may burn at any rate', () => {
  expect(neverBlocking(sloWith({ target: null }), 1_000_000)).toEqual([])
})
