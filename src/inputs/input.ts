/** Parses the text of an input. */
export interface Format<T> {
  /** What is accepted, to continue "it takes …". */
  readonly accepts: string
  /** Returns undefined for a value that is not accepted. */
  readonly parse: (text: string) => T | undefined
  /** True if a wrong value may contain a secret, such as the password in an address, so it is never shown. */
  readonly isPrivate?: boolean
  /** What is wrong with a text that is not accepted, without any secret. Absent: the text itself is shown. */
  readonly explain?: (text: string) => string
  /** What is secret in an input that holds secrets. Absent: all of it. */
  readonly secretsIn?: (text: string) => readonly string[]
}

/** One input of the action. */
export interface Input<T> {
  readonly format: Format<T>
  /** The environment variable that is used if the input is not set. */
  readonly env?: string
  readonly isSecret?: boolean
  /** As in action.yml. */
  readonly default?: string
}

/** Inputs by their name. */
export type InputTable = Readonly<Record<string, Input<unknown>>>

/** The value of an input; undefined if it is not set and has no default. */
type ValueOf<I> = I extends { format: Format<infer T> }
  ? I extends { default: string }
    ? T
    : T | undefined
  : never

/** The value of every input of a table, by its name. */
export type ValuesOf<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> }

/** What a connection is made with, beside its inputs. */
export interface ConnectOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly secrets: { add(secret: string): void }
  /** Reports inputs that do not go together. */
  readonly wrong: (input: string, what: string) => void
}

/** Reports a missing input, unless that one, or the one that would do instead, is wrong already. */
export type ReportMissing = (input: string, remedy: string, instead?: string) => void
