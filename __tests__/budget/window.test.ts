import { describe, expect, it } from '@jest/globals'
import { windowsOf } from '../../src/budget/window.ts'
import { alertWith, lasting, sloWith } from '../support/builders.ts'

const END = new Date('2026-03-29T12:00:00Z')

describe('the windows of an SLO', () => {
  it('are its own first, then those of its alerts', () => {
    const alerts = [
      alertWith({ duration: lasting('PT5M') }),
      alertWith({ duration: lasting('PT6H'), shortDuration: lasting('PT30M') })
    ]
    const windows = windowsOf(sloWith({ alerts }), END)
    expect(windows.map(({ duration }) => duration.iso)).toEqual(['PT720H', 'PT5M', 'PT6H', 'PT30M'])
  })

  it('are asked for once each, however their length is written', () => {
    const alerts = [
      alertWith({ duration: lasting('P30D') }),
      alertWith({ duration: lasting('PT60M'), shortDuration: lasting('PT1H') })
    ]
    const windows = windowsOf(sloWith({ alerts }), END)
    expect(windows.map(({ duration }) => duration.iso)).toEqual(['PT720H', 'PT60M'])
  })

  it('all end at the same instant and are as long as they say, across a change of the clocks as well', () => {
    const alerts = [alertWith({ duration: lasting('PT24H'), shortDuration: lasting('PT30M') })]
    for (const { start, end, duration } of windowsOf(sloWith({ alerts }), END)) {
      expect(end).toEqual(END)
      expect(end.getTime() - start.getTime()).toBe(duration.ms)
    }
  })

  it('include the last hour when an earlier block may not be over', () => {
    const alerts = [alertWith({ duration: lasting('PT5M') }), alertWith({ duration: lasting('PT60M') })]
    const windows = windowsOf(sloWith({ alerts }), END, true)
    expect(windows.map(({ duration }) => duration.iso)).toEqual(['PT720H', 'PT1H', 'PT5M'])
  })
})
