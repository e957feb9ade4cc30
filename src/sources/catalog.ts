import type { ValuesOf } from '../inputs/input.ts'
import * as datadog from './datadog/kind.ts'
import { INPUTS as GENESYS_INPUTS } from './genesys/settings.ts'
import * as genesysDataActions from './genesys-data-actions/kind.ts'
import * as genesysObservability from './genesys-observability/kind.ts'
import * as prometheus from './prometheus/kind.ts'
import type { SourceForm, SourceKind } from './source.ts'

/** Every kind of source, by the `type` that a definition names. This is the only list of them. */
const KINDS = {
  'genesys-observability': genesysObservability,
  'genesys-data-actions': genesysDataActions,
  prometheus,
  datadog
}

/** The inputs of all sources. */
export const SOURCE_INPUTS = { ...GENESYS_INPUTS, ...prometheus.INPUTS, ...datadog.INPUTS }

export type SourceSettings = ValuesOf<typeof SOURCE_INPUTS>

type Kinds = typeof KINDS
export type SourceType = keyof Kinds

type Specs = {
  readonly [Type in SourceType]: Awaited<ReturnType<Kinds[Type]['form']>> extends SourceForm<infer Spec>
    ? Spec
    : never
}

type ConnectionTypes = { readonly [Type in SourceType]: NonNullable<ReturnType<Kinds[Type]['connect']>> }

/** What a definition says about a source of this type. */
export type SpecOf<Type extends SourceType> = Specs[Type]

export type SourceSpec = SpecOf<SourceType>

/** How to reach each kind of source that is used. */
export type Connections = Partial<ConnectionTypes>

type Catalog = {
  readonly [Type in SourceType]: SourceKind<SpecOf<Type>, ConnectionTypes[Type], SourceSettings>
}

export const CATALOG: Catalog = KINDS

export const SOURCE_TYPES = Object.keys(KINDS) as readonly SourceType[]

export const isSourceType = (type: unknown): type is SourceType => SOURCE_TYPES.some(known => known === type)

/** The items whose source has this type. */
export function ofType<Type extends SourceType, Item extends { readonly spec: SourceSpec }>(
  type: Type,
  items: readonly Item[]
): readonly (Item & { readonly spec: SpecOf<Type> })[] {
  return items.filter((item): item is Item & { readonly spec: SpecOf<Type> } => item.spec.type === type)
}
