import { type Observation, unreadable } from '../budget/reading.ts'
import type { HttpResponse, Sender } from '../http/message.ts'
import { MINUTE, SECOND } from '../time/duration.ts'

/** A larger difference than this is worth a warning. */
const WORTH_A_WARNING = MINUTE
/** With a larger difference than this, windows would end at the wrong time, so no number is used. */
const TOO_FAR = 5 * MINUTE

/** Sends requests to a source and compares the clocks of its servers with ours. */
export interface ClockWatch extends Sender {
  /** A sentence about the clock that differs most; undefined when all agree or none is given. */
  problem(source: string): string | undefined
  /** Whether the difference is so large that no number can be relied on. */
  isTooFar(): boolean
}

/** Checks the clock of every answer. The largest difference counts, because all windows end at the same instant. */
export function watchClocks(http: Sender): ClockWatch {
  let worst = { skew: 0, origin: '' }
  const note = (url: string, { clockSkew: skew = 0 }: HttpResponse) => {
    if (Math.abs(skew) > Math.abs(worst.skew)) worst = { skew, origin: new URL(url).origin }
  }
  return {
    async send(request) {
      const response = await http.send(request)
      note(request.url, response)
      return response
    },
    problem(source) {
      const { skew, origin } = worst
      if (Math.abs(skew) <= WORTH_A_WARNING) return undefined
      const side = skew > 0 ? 'behind' : 'ahead of'
      const far = lengthOf(Math.abs(skew))
      return `the clock of this runner is ${far} ${side} the clock of ${origin} (source ${source}); set the clock of the runner, or of the server`
    },
    isTooFar: () => Math.abs(worst.skew) > TOO_FAR
  }
}

/** In seconds below two minutes, otherwise in whole minutes. */
function lengthOf(ms: number): string {
  return ms < 2 * MINUTE ? `${Math.round(ms / SECOND)} seconds` : `${Math.floor(ms / MINUTE)} minutes`
}

/** A number for a window that ended at the wrong time cannot be used. */
export function withoutWrongTime(observation: Observation, problem: string): Observation {
  if (observation.kind === 'unreadable') return observation
  const { from } = observation
  return {
    ...unreadable(`${problem}: its windows would not end at the same time as the server's`),
    ...(from && { from })
  }
}
