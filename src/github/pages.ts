import * as v from 'valibot'

/** How many entries of a list are requested per page. GitHub allows at most 100. */
const LARGEST_PAGE = 100
/** Descriptions and comments have up to 65,536 characters each: 25 of them fit the largest answer that is read. */
export const PAGE_OF_LONG_TEXTS = 25
/** More entries would use up too much of the rate limit. */
const MAX_ENTRIES = 3_000

/** The part of Octokit's answers that paging needs. */
export interface Page {
  readonly data: unknown
  readonly headers: { readonly link?: string | undefined }
}

export interface PageNumber {
  readonly per_page: number
  readonly page?: number
}

export interface Listing {
  readonly ask: (page: PageNumber) => Promise<Page>
  /** Entries per page. */
  readonly size?: number
  /** Where the entries are in the data of a page, if the data is not the list itself. */
  readonly entriesOf?: (data: unknown) => readonly unknown[]
}

const list = v.array(v.unknown())

/**
 * The entries of each page of a list. After a full page without a link to the next one, the next page is
 * requested by number. Octokit's own paging would treat an error or an empty answer on a later page as the end.
 *
 * @param follow requests the address of a next page
 */
export async function* pagesOf(
  { ask, size = LARGEST_PAGE, entriesOf = data => v.parse(list, data) }: Listing,
  follow: (url: string) => Promise<Page>
): AsyncGenerator<readonly unknown[]> {
  let page = await ask({ per_page: size })
  for (let number = 1; ; number++) {
    const entries = entriesOf(page.data)
    const next = nextIn(page.headers.link ?? '')
    const isLast = next === undefined && entries.length < size
    if (number * size > MAX_ENTRIES && !(isLast && entries.length === 0))
      throw new Error(`it has more than ${MAX_ENTRIES / size} pages`)
    yield entries
    if (isLast) return
    page = next === undefined ? await ask({ per_page: size, page: number + 1 }) : await follow(next)
  }
}

/** The address of the next page in a `Link` header (RFC 8288), whatever the order and the quotes of its parameters. */
export function nextIn(header: string): string | undefined {
  for (const [, address, parameters = ''] of header.matchAll(
    /<([^<>]*)>((?:\s*;\s*[^\s;,="<>]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"<>]+))?)*)/g
  )) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? []
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/)
    if (relations.includes('next')) return address
  }
  return undefined
}
