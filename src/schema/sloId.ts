/** An id becomes a part of an address, where one dot and two have a meaning of their own. */
export const isSloId = (id: string): boolean => id !== '.' && id !== '..'
