/** A value, or one sentence that says why there is no reliable value. */
export type Outcome<T> = { readonly kind: 'known'; readonly value: T } | Unreadable

export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: string
}

export const known = <T>(value: T): Outcome<T> => ({ kind: 'known', value })
export const unreadable = (reason: string): Unreadable => ({ kind: 'unreadable', reason })

/** The value; undefined where there is none. */
export const knownValue = <T>(outcome: Outcome<T>): T | undefined =>
  outcome.kind === 'known' ? outcome.value : undefined

/** The reason why there is no value; undefined where there is one. */
export const reasonOf = (outcome: Outcome<unknown>): string | undefined =>
  outcome.kind === 'unreadable' ? outcome.reason : undefined

/** Continues with the value; an unreadable outcome is returned unchanged. */
export async function whenKnown<T, R>(
  outcome: Outcome<T>,
  next: (value: T) => Outcome<R> | Promise<Outcome<R>>
): Promise<Outcome<R>> {
  return outcome.kind === 'known' ? next(outcome.value) : outcome
}

/** Does work that can fail only because of a bug in the gate. The fallback gets a message that says so. */
export async function guarded<T>(
  what: string,
  {
    work,
    fallback
  }: { readonly work: () => Promise<T>; readonly fallback: (problem: string) => T | Promise<T> }
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return fallback(`${what}. This is a bug in the gate; please report it: ${details}`)
  }
}
