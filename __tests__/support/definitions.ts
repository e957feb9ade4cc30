import { definitionParser } from '../../src/definitions/definition.ts'
import { CATALOG, SOURCE_TYPES, type SourceType } from '../../src/sources/catalog.ts'
import type { SloDefinition } from '../../src/sources/sloDefinition.ts'
import type { FieldProblem } from '../../src/sources/source.ts'

/** Reads a definition with any source. */
export const parseDefinition = await definitionParser(SOURCE_TYPES)

const formOf = async <Type extends SourceType>(type: Type) => [type, await CATALOG[type].form()] as const
const forms = new Map<SourceType, { warnings: unknown; errors: unknown }>(
  await Promise.all(SOURCE_TYPES.map(formOf))
)

/** What the form of an SLO's source says about it. */
export function remarksOn(slo: SloDefinition) {
  const form = forms.get(slo.source.type) as {
    warnings(about: object): readonly string[]
    errors(about: object): readonly FieldProblem[]
  }
  const about = { slo, spec: slo.source }
  return { warnings: form.warnings(about), errors: form.errors(about) }
}
