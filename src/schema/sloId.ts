/**
 * Whether this can be an SLO id. An id becomes part of a URL path, where `.` and `..` have a special meaning, and is
 * compared with the entries of `slo-id`, which are trimmed.
 */
export const isSloId = (id: string): boolean =>
  id !== '.' && id !== '..' && id.trim() === id && id.length <= MAX_ID_LENGTH

export const MAX_ID_LENGTH = 2_000

/** Describes for messages what `isSloId` accepts. */
export const SLO_ID = `an id of at most ${MAX_ID_LENGTH} characters, without spaces around it, other than . and ..`
