import { createHash } from 'node:crypto'
import { type Evidence, type Judgement, judge } from './budget/judge.ts'
import { unreadable } from './budget/reading.ts'
import type { Config } from './config/config.ts'
import type { Genesys } from './sources/genesys/connection.ts'
import type { AppliedSlo } from './sources/genesys-observability/applySlos.ts'
import { measure } from './sources/measure.ts'
import { apiUrlOf, type Connections, type SloDefinition } from './sources/sloDefinition.ts'
import type { SourceContext } from './sources/source.ts'
import {
  type Memories,
  memoryAfter,
  orLastKnown,
  recentEvidence,
  type SloWithMemory
} from './state/memory.ts'

interface Assessment extends SourceContext {
  readonly config: Config
  readonly genesys: Genesys | undefined
  /** What became of the definitions that were to be applied. */
  readonly applied: readonly AppliedSlo[]
  /** The instant at which every window ends. */
  readonly at: Date
  readonly warn: (warning: string) => void
}

/** Measures and judges every SLO, with what earlier runs remembered, and remembers for later ones. */
export async function assess({
  config,
  at,
  warn,
  applied,
  ...context
}: Assessment): Promise<readonly Judgement[]> {
  const { slos, policy, state, connections } = config
  const stateFile = state.file === undefined ? undefined : await openState(state.file, { now: at, warn })
  const recalls = slos.map(slo => recall(slo, { memories: stateFile?.memories, connections, at }))
  for (const { slo, memory, origin } of recalls) {
    if (memory && memory.origin !== origin) {
      warn(`input state-file: the entry of SLO "${slo.id}" is about another source or target; it is ignored`)
    }
  }
  const unapplied = unappliedEvidence(slos, applied)
  const outcomes = new Map(applied.map(({ id, outcome }) => [id, outcome]))
  const young = recalls.map(recalled => {
    const { id } = recalled.slo
    // What was remembered before a definition changed is about another one.
    const isChanged = CHANGED.includes(outcomes.get(id) ?? 'unchanged')
    return unapplied.get(id) ?? (isChanged ? undefined : recentEvidence(recalled, state.minPollInterval))
  })
  const measured = await measure({
    slos: slos.filter((_, index) => young[index] === undefined),
    isUnresolved: ({ id }) => stateFile?.memories.get(id)?.isUnresolved ?? false,
    connections,
    at,
    ...context
  })
  const assessed = recalls.map((recalled, index) => {
    const evidence = young[index] ?? (measured.get(recalled.slo.id) as Evidence)
    const judgement = orLastKnown(judge(evidence, policy), recalled, { policy, maxAge: state.maxAge })
    const { id } = recalled.slo
    // An audit measures what Genesys Cloud knows, not what the file says.
    const isOther = WOULD_CHANGE.includes(outcomes.get(id) ?? 'unchanged')
    return { judgement, id, memory: isOther ? recalled.memory : memoryAfter(judgement, evidence, recalled) }
  })
  stateFile?.write(new Map(assessed.flatMap(({ id, memory }) => (memory ? [[id, memory]] : []))))
  return assessed.map(({ judgement }) => judgement)
}

const CHANGED: readonly AppliedSlo['outcome'][] = ['created', 'updated']
const WOULD_CHANGE: readonly AppliedSlo['outcome'][] = ['would create', 'would update']

/** An SLO that Genesys Cloud may still know in another form is not measured: the number would be another one's. */
function unappliedEvidence(
  slos: readonly SloDefinition[],
  applied: readonly AppliedSlo[]
): ReadonlyMap<string, Evidence> {
  const problems = new Map(
    applied.flatMap(({ id, problem }) => (problem === undefined ? [] : [[id, problem]]))
  )
  return new Map(
    slos.flatMap(slo => {
      const problem = problems.get(slo.id)
      if (problem === undefined) return []
      const reading = unreadable(`its definition could not be applied: ${problem}`)
      return [[slo.id, { slo, readings: () => reading }] as const]
    })
  )
}

/** The file is opened only where there is one: checking it loads the schema library. */
async function openState(
  path: string,
  options: { readonly now: Date; readonly warn: (warning: string) => void }
) {
  const { readState, writeState } = await import('./state/stateFile.ts')
  const write = (memories: Memories) => writeState(path, memories, options)
  return { memories: readState(path, options), write }
}

function recall(
  slo: SloDefinition,
  {
    memories,
    connections,
    at
  }: { readonly memories: Memories | undefined; readonly connections: Connections; readonly at: Date }
): SloWithMemory {
  // A digest: the state file is kept in caches, where queries and addresses need not be read.
  const origin = createHash('sha256')
    .update(
      JSON.stringify([
        slo.source,
        slo.target,
        apiUrlOf(slo.source, connections),
        slo.businessHours,
        slo.resource?.metric
      ])
    )
    .digest('hex')
  return { slo, origin, memory: memories?.get(slo.id), now: at }
}
