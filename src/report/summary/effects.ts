import { blocks } from '../../budget/verdict.ts'
import type { Publication } from '../../callFlows/publish.ts'
import { code, plain, shortened } from '../../text/markdown.ts'
import type { RunResult } from '../result.ts'
import { limited } from './section.ts'
import { idOf } from './sloTable.ts'

/** The SLOs that an audit would have blocked. */
export function neededOverrides({ mode, judgements, policy }: RunResult, limit: number): string {
  const ids = judgements.filter(({ verdict }) => blocks(verdict, policy)).map(idOf)
  if (mode !== 'audit' || ids.length === 0) return ''
  const rest = ids.length > limit ? [`${ids.length - limit} more`] : []
  return `Overrides would have been needed for ${[...ids.slice(0, limit), ...rest].join(', ')}.`
}

/** What `apply-slos` changed at Genesys Cloud. */
export function applied({ applied }: RunResult, limit: number): string {
  if (applied.length === 0) return ''
  const changed = applied.filter(({ outcome }) => outcome !== 'unchanged')
  const lines = changed.map(({ id, outcome, changes, problem }) => {
    const details = plain(shortened([...changes, ...(problem ? [problem] : [])].join('; '), 1_000))
    return `- ${code(id)}: ${outcome}${details && `: ${details}`}`
  })
  const unchanged = applied.length - changed.length
  const texts = [limited(lines, limit), unchanged > 0 ? `- ${unchanged} unchanged` : '']
  return `### Definitions at Genesys Cloud\n\n${texts.filter(text => text !== '').join('\n')}`
}

/** The results of updating the rows that call flows read. */
export function published({ publications }: RunResult): string {
  if (publications.length === 0) return ''
  const count = (outcome: Publication['outcome']) =>
    publications.filter(publication => publication.outcome === outcome).length
  const changed = publications.flatMap(({ id, event }) =>
    event ? `${id} ${event.event === 'budget_exceeded' ? 'degrades' : 'is back to normal'}` : []
  )
  const parts = [
    `${count('written')} rows written`,
    `${count('kept')} left unchanged`,
    `${count('failed')} failed`,
    ...changed.slice(0, 20)
  ]
  return `**Call flows.** ${plain(parts.join('; '))}.`
}
