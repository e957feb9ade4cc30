import {
  type Alias,
  Composer,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser
} from 'yaml'
import { field } from '../text/field.ts'
import { shortened } from '../text/markdown.ts'

/** How much more YAML may be read in this run. Files within these limits take a few seconds at most. */
export interface Allowance {
  /** Tokens of YAML. */
  tokens: number
  /** Characters, with every alias expanded. */
  characters: number
}

/** The limits for all files of one run together. */
export const allowance = (): Allowance => ({ tokens: 500_000, characters: 4 * 1024 * 1024 })

/** A document with deeper nesting is refused, because it could exhaust the stack. */
const MAX_DEPTH = 50

/** An error in YAML. The message does not quote the file, because it may contain a secret. */
class YamlProblem extends Error {
  readonly offset: number | undefined

  constructor(message: string, offset?: number) {
    super(message)
    this.offset = offset
  }
}

/**
 * The values of all YAML documents in a text, except null. JSON is valid YAML.
 *
 * @returns the values, and an error if there is one; then the values are those of the documents before it
 */
export function readYaml(
  content: string,
  allowed: Allowance
): { readonly values: unknown[]; readonly error?: string } {
  const values: unknown[] = []
  const lines = new LineCounter()
  // The library's check for unique keys is quadratic, so we have our own. Its warnings count as errors.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', resolveKnownTags: false })
  try {
    for (const document of composer.compose(tokensOf(content, lines, allowed))) {
      const [problem] = [...document.errors, ...document.warnings]
      if (problem) throw new YamlProblem(withoutExcerpt(problem.message), problem.pos[0])
      const { value } = convert(document.contents, { anchors: new Map(), allowed })
      if (value !== null) values.push(value)
    }
    return { values }
  } catch (error) {
    return { values, error: describe(error, lines) }
  }
}

/** The library's message without the part of the file that it quotes at the end. */
const withoutExcerpt = (message: string) => shortened(message.replace(/[:"].*$/s, '').trim(), 120)

function describe(error: unknown, lines: LineCounter): string {
  if (!(error instanceof YamlProblem && error.offset !== undefined)) return String(field(error, 'message'))
  const { line, col } = lines.linePos(error.offset)
  return `${error.message}, at line ${line}, column ${col}`
}

function* tokensOf(content: string, lines: LineCounter, allowed: Allowance): ReturnType<Parser['parse']> {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(content)) {
    if (lexeme.startsWith('%')) throw new YamlProblem('directives are not accepted', parser.offset)
    allowed.tokens -= 1
    if (allowed.tokens < 0) throw new YamlProblem('the files contain more YAML than is read in one run')
    yield* parser.next(lexeme)
    // The parser keeps up to two entries per level.
    if (parser.stack.length > 2 * MAX_DEPTH) throw new YamlProblem('it is nested too deeply', parser.offset)
  }
  yield* parser.end()
}

/** A value and its size in characters, with aliases expanded. */
interface Sized {
  readonly value: unknown
  readonly size: number
}

interface Context {
  readonly anchors: Map<string, Sized>
  readonly allowed: Allowance
}

/** The library's own conversion takes quadratic time for aliases, and prints warnings. */
function convert(node: unknown, context: Context): Sized {
  if (isAlias(node)) return spent(anchored(node, context), context)
  const found = converted(node, context)
  const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined
  // The anchor is set afterwards, so a value cannot contain itself.
  if (anchor !== undefined) context.anchors.set(anchor, found)
  return found
}

function converted(node: unknown, context: Context): Sized {
  if (isMap(node)) return mapping(node.items, context)
  if (isSeq(node)) {
    const items = node.items.map(item => convert(item, context))
    return { value: items.map(({ value }) => value), size: items.reduce((sum, { size }) => sum + size, 1) }
  }
  const value: unknown = isScalar(node) ? node.value : null
  return spent({ value, size: 1 + (typeof value === 'string' ? value.length : 0) }, context)
}

function anchored(alias: Alias, { anchors }: Context): Sized {
  const found = anchors.get(alias.source)
  if (found) return found
  throw new YamlProblem('an alias has no anchor before it', offsetOf(alias))
}

function spent(part: Sized, { allowed }: Context): Sized {
  allowed.characters -= part.size
  if (allowed.characters < 0)
    throw new YamlProblem('the aliases in the files expand to more than is read in one run')
  return part
}

type PairLike = { readonly key: unknown; readonly value: unknown }

function mapping(pairs: readonly PairLike[], context: Context): Sized {
  const own = new Map<string, unknown>()
  const merged = new Map<string, unknown>()
  let size = 1
  for (const pair of pairs) {
    const key = keyOf(pair.key)
    const part = convert(pair.value, context)
    size += key.length + part.size
    if (isMergeKey(pair.key)) {
      for (const [name, value] of mergedBy(part.value, pair.key))
        if (!merged.has(name)) merged.set(name, value)
    } else if (own.has(key)) throw new YamlProblem('keys must be unique', offsetOf(pair.key))
    else own.set(key, part.value)
  }
  return { value: Object.fromEntries([...merged, ...own]), size }
}

/** `<<` without quotes: its mapping, or list of mappings, provides the keys that are not set otherwise. */
const isMergeKey = (key: unknown) => isScalar(key) && key.value === '<<' && key.type === 'PLAIN'

function mergedBy(value: unknown, key: unknown): readonly [string, unknown][] {
  const sources: readonly unknown[] = Array.isArray(value) ? value : [value]
  return sources.flatMap(source => {
    if (typeof source !== 'object' || source === null || Array.isArray(source))
      throw new YamlProblem('a merge key takes a mapping or a list of mappings', offsetOf(key))
    return Object.entries(source)
  })
}

function keyOf(key: unknown): string {
  if (!isScalar(key))
    throw new YamlProblem('a key must be plain text, not an alias, a list or a mapping', offsetOf(key))
  return typeof key.value === 'string' ? key.value : String(key.source)
}

/** Where a node begins, in characters from the beginning of the text. */
function offsetOf(node: unknown): number {
  const [start] = [field(node, 'range')].flat()
  return Number(start)
}
