import type { Outcome } from '../outcome.ts'

/**
 * Keeps answers for the whole run. A question that failed is asked again, because a later step of the run
 * has its own time limit.
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
