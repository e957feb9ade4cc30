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

/** The page after the cursor in the query; only the next one is linked, because the last one is not known. */
export function cursorPage<T extends { id: number }>({ items, query, address }: PageOptions<T>): Page<T> {
  const size = sizeOf(query)
  const cursor = query.get('after')
  const start = cursor === null ? 0 : items.findIndex(({ id }) => toCursor(id) === cursor) + 1
  const shown = items.slice(start, start + size)
  const last = shown.at(-1)
  const hasMore = last !== undefined && start + size < items.length
  const links = hasMore ? { next: { after: toCursor(last.id) } } : {}
  return { items: shown, headers: linkHeader({ links, query, address }) }
}

/** Opaque on purpose: a client that counts pages itself must fail here as it does at GitHub. */
const toCursor = (id: number): string => Buffer.from(`v1:${id}`).toString('base64url')

interface LinkOptions {
  links: Record<string, Record<string, string>>
  query: URLSearchParams
  address: string
}

function linkHeader({ links, query, address }: LinkOptions): Record<string, string> {
  const parts = Object.entries(links).map(([rel, changes]) => {
    const target = new URLSearchParams(query)
    for (const name of ['page', 'after']) target.delete(name)
    for (const [name, value] of Object.entries(changes)) target.set(name, value)
    return `<${address}?${target}>; rel="${rel}"`
  })
  return parts.length > 0 ? { link: parts.join(', ') } : {}
}
