/**
 * An id becomes a part of an address, where one dot and two have a meaning of their own. It is also compared with
 * the entries of `slo-id`, which have no space around them.
 */
export const isSloId = (id: string): boolean =>
  id !== '.' && id !== '..' && id.trim() === id && id.length <= MAX_ID_LENGTH

const MAX_ID_LENGTH = 2_000

/** What `isSloId` accepts. */
export const SLO_ID = `an id of at most ${MAX_ID_LENGTH} characters, without spaces around it, other than . and ..`
