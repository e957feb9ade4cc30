import type { Problems } from '../problems.ts'
import { field } from '../text/field.ts'
import type { RawDefinition } from './files.ts'
import { formOf } from './recognise.ts'

/**
 * Converts documents of all tools to definitions in the gate's own form, which still have to be checked. The code
 * for each tool is loaded only when it is needed.
 *
 * @param areAllRead whether every file was read: otherwise, a missing document may be in a file that was not
 */
export async function toOwnForm(
  raws: readonly RawDefinition[],
  problems: Problems,
  areAllRead: boolean
): Promise<readonly RawDefinition[]> {
  const own: RawDefinition[] = []
  const foreign = {
    openslo: [] as RawDefinition[],
    sloth: [] as RawDefinition[],
    pyrra: [] as RawDefinition[]
  }
  for (const raw of raws.flatMap(itemsOf)) {
    const form = formOf(raw.value)
    if (typeof form === 'object') problems.error(raw.file, form.refusal)
    else if (form === 'own') own.push(raw)
    else foreign[form].push(raw)
  }
  const { openslo, sloth, pyrra } = foreign
  if (openslo.length > 0) {
    const { fromOpenSlo } = await import('./openslo/documents.ts')
    own.push(...fromOpenSlo(openslo, problems, areAllRead))
  }
  if (sloth.length > 0) {
    const { fromSloth } = await import('./sloth/documents.ts')
    own.push(...fromSloth(sloth, problems))
  }
  if (pyrra.length > 0) {
    const { fromPyrra } = await import('./pyrra/documents.ts')
    own.push(...fromPyrra(pyrra, problems))
  }
  return own
}

/** Unpacks the list of objects that `kubectl get` prints. */
function itemsOf({ file, value }: RawDefinition): readonly RawDefinition[] {
  const [kind, items] = [field(value, 'kind'), field(value, 'items')]
  const isList = typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)
  return isList ? items.map((item: unknown) => ({ file, value: item })) : [{ file, value }]
}
