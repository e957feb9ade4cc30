import type { Outcome } from '../outcome.ts'

/**
 * Answers that are kept for the whole run. A question without an answer is asked again: a later part
 * of the run has time of its own for it.
 */
export class Answers<T> {
  readonly #kept = new Map<string | number, Promise<Outcome<T>>>()

  to(question: string | number, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const kept = this.#kept.get(question)
    if (kept !== undefined) return kept
    const answer = ask().then(outcome => {
      if (outcome.kind === 'unreadable') this.#kept.delete(question)
      return outcome
    })
    this.#kept.set(question, answer)
    return answer
  }
}
