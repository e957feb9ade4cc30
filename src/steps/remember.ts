import { createHash } from 'node:crypto'
import { isAbsolute, relative, sep } from 'node:path'
import type { Evidence, Judgement } from '../budget/judge.ts'
import { redacted } from '../http/redacted.ts'
import type { Run } from '../run.ts'
import type { Connections } from '../sources/catalog.ts'
import type { AppliedSlo } from '../sources/genesys-observability/applySlos.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import { type Memories, memoryAfter, type SloWithMemory } from '../state/memory.ts'

/** An SLO with its memory from earlier runs. */
export interface RecalledSlo extends SloWithMemory {
  readonly slo: SloDefinition
}

/** An SLO with its evidence and judgement. */
export interface JudgedSlo {
  readonly recalled: RecalledSlo
  readonly evidence: Evidence
  readonly judgement: Judgement
}

/** The memory of earlier runs, and the function that writes it for later ones. */
export interface Remembered {
  readonly slos: readonly RecalledSlo[]
  write(judged: readonly JudgedSlo[], applied: readonly AppliedSlo[]): Promise<void>
}

/** Reads the state file, if one is configured. The schema library is loaded only then. */
export async function readRemembered({ config, env, at, clock, secrets, warn }: Run): Promise<Remembered> {
  const { slos, connections, state } = config
  const { file } = state
  if (file === undefined) {
    return { slos: slos.map(slo => recall(slo, { connections, at })), write: async () => undefined }
  }
  if (isBelow(env['GITHUB_WORKSPACE'], file)) warn(`input state-file: ${file} ${IN_WORKSPACE}`)
  const { readState, writeState } = await import('../state/stateFile.ts')
  const before = readState(file, { now: at, warn })
  const recalled = slos.map(slo => recall(slo, { memories: before, connections, at }))
  for (const { slo, memory, origin } of recalled) {
    if (memory && memory.origin !== origin) {
      const kept = memory.isUnresolved ? ', but the SLO stays blocked until it has recovered' : ''
      const what = `is about another source or target; its readings are not used${kept}`
      warn(`input state-file: the entry of SLO "${slo.id}" ${what}`)
    }
  }
  return {
    slos: recalled,
    write: (judged, applied) => {
      const found = [...memoriesOf(judged, applied)].map(([id, memory]) => {
        const readings = redacted(memory.readings, text => secrets.redact(text))
        return [id, { ...memory, readings }] as const
      })
      return writeState(file, new Map(found), { before, clock, warn })
    }
  }
}

const IN_WORKSPACE =
  'is in the workspace, where a commit could replace it; put it in the temp folder of the runner (runner.temp)'

function isBelow(folder: string | undefined, file: string): boolean {
  if (!folder) return false
  const path = relative(folder, file)
  return !isAbsolute(path) && path.split(sep)[0] !== '..'
}

interface RecallOptions {
  readonly memories?: Memories
  readonly connections: Connections
  readonly at: Date
}

function recall(slo: SloDefinition, { memories, connections, at }: RecallOptions): RecalledSlo {
  // Only a digest, because the state file is kept in caches, where queries and addresses should not be readable.
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

/** The new memories of this run, without those of earlier runs. */
function memoriesOf(judged: readonly JudgedSlo[], applied: readonly AppliedSlo[]): Memories {
  // An audit does not apply definitions, so it measures the old definition in Genesys Cloud.
  const notApplied = new Set(
    applied
      .filter(({ outcome }) => outcome === 'would create' || outcome === 'would update')
      .map(({ id }) => id)
  )
  return new Map(
    judged.flatMap(({ recalled, evidence, judgement }) => {
      const { id } = recalled.slo
      const memory = memoryAfter(judgement, evidence, recalled)
      const isNew = memory !== recalled.memory && !notApplied.has(id)
      return memory && isNew ? [[id, memory] as const] : []
    })
  )
}
