import { createHash } from 'node:crypto'
import type { Evidence, Judgement } from '../budget/judge.ts'
import type { Run } from '../run.ts'
import type { Connections } from '../sources/catalog.ts'
import type { AppliedSlo } from '../sources/genesys-observability/applySlos.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import { type Memories, memoryAfter, type SloWithMemory } from '../state/memory.ts'

/** An SLO with what earlier runs remembered of it. */
export interface RecalledSlo extends SloWithMemory {
  readonly slo: SloDefinition
}

/** An SLO that was judged, and by what. */
export interface JudgedSlo {
  readonly recalled: RecalledSlo
  readonly evidence: Evidence
  readonly judgement: Judgement
}

/** What earlier runs remembered, and the way to remember for later ones. */
export interface Remembered {
  readonly slos: readonly RecalledSlo[]
  write(judged: readonly JudgedSlo[], applied: readonly AppliedSlo[]): void
}

/** Reads the state file, where there is one. The schema library is loaded only then. */
export async function readRemembered({ config, at, warn }: Run): Promise<Remembered> {
  const { slos, connections, state } = config
  const { file } = state
  if (file === undefined) {
    return { slos: slos.map(slo => recall(slo, { connections, at })), write: () => undefined }
  }
  const { readState, writeState } = await import('../state/stateFile.ts')
  const memories = readState(file, { now: at, warn })
  const recalled = slos.map(slo => recall(slo, { memories, connections, at }))
  for (const { slo, memory, origin } of recalled) {
    if (memory && memory.origin !== origin) {
      warn(`input state-file: the entry of SLO "${slo.id}" is about another source or target; it is ignored`)
    }
  }
  return {
    slos: recalled,
    write: (judged, applied) => writeState(file, memoriesOf(judged, applied), { now: at, warn })
  }
}

interface RecallOptions {
  readonly memories?: Memories
  readonly connections: Connections
  readonly at: Date
}

function recall(slo: SloDefinition, { memories, connections, at }: RecallOptions): RecalledSlo {
  // A digest: the state file is kept in caches, where queries and addresses need not be read.
  const origin = createHash('sha256')
    .update(
      JSON.stringify([
        slo.source,
        slo.target,
        connections[slo.source.type]?.apiUrl,
        slo.businessHours,
        slo.metric
      ])
    )
    .digest('hex')
  return { slo, origin, memory: memories?.get(slo.id), now: at }
}

function memoriesOf(judged: readonly JudgedSlo[], applied: readonly AppliedSlo[]): Memories {
  // An audit measures what Genesys Cloud knows, not what the file says.
  const notApplied = new Set(
    applied
      .filter(({ outcome }) => outcome === 'would create' || outcome === 'would update')
      .map(({ id }) => id)
  )
  return new Map(
    judged.flatMap(({ recalled, evidence, judgement }) => {
      const { id } = recalled.slo
      const memory = notApplied.has(id) ? recalled.memory : memoryAfter(judgement, evidence, recalled)
      return memory ? [[id, memory] as const] : []
    })
  )
}
