// GitHub's two ways of paging: by number, and by cursor where a list grows at its front.

export interface Page<T> {
  items: T[]
  headers: Record<string, string>
}

export interface PageOptions<T> {
  items: T[]
  query: URLSearchParams
  /** Whole address without a query, as in the `Link` header. */
  address: string
}

const DEFAULT_SIZE = 30
const LARGEST_SIZE = 100

function sizeOf(query: URLSearchParams): number {
  const wanted = Number(query.get('per_page') ?? DEFAULT_SIZE)
  return wanted < 1 ? DEFAULT_SIZE : Math.min(wanted, LARGEST_SIZE)
}

/** The page with the number that the query asks for, and links to its neighbours. */
export function numberedPage<T>({ items, query, address }: PageOptions<T>): Page<T> {
  const size = sizeOf(query)
  const page = Math.max(1, Number(query.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const to = (number: number) => ({ page: String(number) })
  const links = {
    ...(page > 1 ? { prev: to(Math.min(page - 1, last)) } : {}),
    ...(page < last ? { next: to(page + 1), last: to(last) } : {}),
    ...(page > 1 ? { first: to(1) } : {})
  }
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: linkHeader({ links, query, address })
  }
}

/** The page after or before the cursor in the query; only neighbours are linked, nobody knows the last page. */
export function cursorPage<T extends { id: number }>({ items, query, address }: PageOptions<T>): Page<T> {
  const size = sizeOf(query)
  const place = (cursor: string | null) =>
    items.findIndex(({ id }) => cursor !== null && id === fromCursor(cursor))
  const before = query.get('before')
  const end = before === null ? items.length : Math.max(0, place(before))
  const start = before === null ? place(query.get('after')) + 1 : Math.max(0, end - size)
  const shown = items.slice(start, Math.min(end, start + size))
  const [first] = shown
  const last = shown.at(-1)
  const links = {
    ...(last && last !== items.at(-1) ? { next: { after: toCursor(last.id) } } : {}),
    ...(first && first !== items[0] ? { prev: { before: toCursor(first.id) } } : {})
  }
  return { items: shown, headers: linkHeader({ links, query, address }) }
}

/** Opaque on purpose: a client that counts pages itself must fail here as it does at GitHub. */
const toCursor = (id: number): string => Buffer.from(`v1:${id}`).toString('base64url')
const fromCursor = (cursor: string): number =>
  Number(Buffer.from(cursor, 'base64url').toString().replace('v1:', ''))

interface LinkOptions {
  links: Record<string, Record<string, string>>
  query: URLSearchParams
  address: string
}

function linkHeader({ links, query, address }: LinkOptions): Record<string, string> {
  const parts = Object.entries(links).map(([rel, changes]) => {
    const target = new URLSearchParams(query)
    for (const name of ['page', 'before', 'after']) target.delete(name)
    for (const [name, value] of Object.entries(changes)) target.set(name, value)
    return `<${address}?${target}>; rel="${rel}"`
  })
  return parts.length > 0 ? { link: parts.join(', ') } : {}
}
