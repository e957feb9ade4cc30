import { type Observation, unreadable } from '../budget/reading.ts'
import type { HttpResponse, Sender } from '../http/message.ts'
import { MINUTE, SECOND } from '../time/duration.ts'

/** A difference of more than this is worth a warning; of more than the other, windows end at another time than they say. */
const WORTH_A_WARNING = MINUTE
const TOO_FAR = 5 * MINUTE

/** A way to the servers of a source that watches their clocks. */
export interface ClockWatch extends Sender {
  /** A sentence about clocks that differ from this runner's; undefined where they agree or do not say. */
  problem(source: string): string | undefined
  /** Whether the difference is so large that no number can be relied on. */
  isTooFar(): boolean
}

/** Watches every answer. The largest difference counts: the windows of all questions end at one instant. */
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

/** Whole minutes; seconds below two of them. */
function lengthOf(ms: number): string {
  return ms < 2 * MINUTE ? `${Math.round(ms / SECOND)} seconds` : `${Math.floor(ms / MINUTE)} minutes`
}

/** A number for a window that ended at another time than we think is none. */
export function withoutWrongTime(observation: Observation, problem: string): Observation {
  if (observation.kind === 'unreadable') return observation
  const { from } = observation
  return {
    ...unreadable(`${problem}: its windows end at another time than the server's`),
    ...(from && { from })
  }
}
