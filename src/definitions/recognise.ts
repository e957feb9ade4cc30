import { field } from '../text/field.ts'

/** The form of a document, or why it is refused and what to do. */
export type Form = 'own' | 'openslo' | 'sloth' | 'pyrra' | { readonly refusal: string }

/** Recognises the tool that a document is for. All other documents are taken for the gate's own form. */
export function formOf(value: unknown): Form {
  if (typeof value === 'string') return refusalOf(foreignText(value))
  const version = text(value, 'apiVersion')
  const other = OTHERS.find(({ is }) => is(value, version))
  if (other) return { refusal: `is ${other.what}; ${other.way}` }
  if (has(value, 'sloTarget')) return 'own'
  if (hasHelm(value, 0)) return refusalOf(HELM)
  if (/^openslo(\.com)?\//.test(version)) return 'openslo'
  if (version.startsWith('sloth.slok.dev/') || text(value, 'version').startsWith('prometheus/'))
    return 'sloth'
  if (version.startsWith('pyrra.dev/')) return 'pyrra'
  const kind = text(value, 'kind')
  if (version === '' || kind === '' || has(value, 'id')) return 'own'
  return { refusal: `is a ${kind} of ${version}, which is not an SLO; leave it out of slo-file` }
}

const refusalOf = (refusal: string | undefined): Form => (refusal === undefined ? 'own' : { refusal })

/** Recognises a file that is not YAML; undefined if its tool is not known. */
export function foreignText(content: string): string | undefined {
  if (TERRAFORM.test(content)) return `is a Terraform file, which is not an SLO definition; ${OWN_FORM}`
  return TEMPLATE.test(content.replace(/\{\{-? *\.window *-?\}\}/gi, '')) ? HELM : undefined
}

// Blank lines are not skipped: from each of them to the next word, that would take quadratic time.
const TERRAFORM =
  /^[ \t]*(?:resource\s+"[^"]*"\s+"[^"]*"|(?:module|variable|provider|data|output)\s+"[^"]*"(?:\s+"[^"]*")?|terraform|locals)\s*\{/m
const TEMPLATE = /\{\{/
const HELM =
  'contains a Helm template, which is not rendered here; render it first (helm template) and name the result in slo-file'

const HELM_WORDS =
  /\{\{-?\s*(?:\$?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:include|template|range|if|with|end|define|tpl)\b)/

/** Prometheus alerts also have templates, in their annotations, but with other keywords. */
function hasHelm(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return HELM_WORDS.test(value)
  if (typeof value !== 'object' || value === null || depth > 50) return false
  return Object.values(value).some(part => hasHelm(part, depth + 1))
}

const has = (value: unknown, key: string) => field(value, key) !== undefined

function text(value: unknown, key: string): string {
  const found = field(value, key)
  return typeof found === 'string' ? found : ''
}

const OWN_FORM =
  "write the SLO in the gate's own form (docs/definitions.md) or in OpenSLO, and name that file in slo-file"
const PROMQL =
  "write the SLO in the gate's own form, with its queries as good and total of source: prometheus"

interface Other {
  readonly is: (value: unknown, apiVersion: string) => boolean
  readonly what: string
  readonly way: string
}

/** Documents of other tools, recognised by keys that the gate's own form does not have. */
const OTHERS: readonly Other[] = [
  {
    is: (_, version) => version.startsWith('n9/'),
    what: 'a document of Nobl9',
    way: PROMQL
  },
  {
    is: (_, version) => /^openslo(\.com)?\/v\d+(alpha|beta)/.test(version),
    what: 'a document in an early version of OpenSLO, which has another form',
    way: 'write it as openslo/v1, with a ratioMetric of good and total'
  },
  {
    is: (value, version) =>
      version.startsWith('lifecycle.keptn.sh/') ||
      version.startsWith('metrics.keptn.sh/') ||
      (has(value, 'objectives') && (has(value, 'spec_version') || has(value, 'total_score'))),
    what: 'a document of Keptn, which scores a deployment and has no error budget',
    way: OWN_FORM
  },
  {
    is: (_, version) => version.startsWith('sre.google.com/'),
    what: 'a document of slo-generator',
    way: PROMQL
  },
  {
    is: value => has(value, 'serviceLevelIndicator') && has(value, 'goal'),
    what: 'an SLO of Google Cloud Monitoring',
    way: 'Google supports PromQL: write the SLO with good and total of source: prometheus'
  },
  {
    is: value => isDatadog(value) || [field(value, 'data')].flat().some(isDatadog),
    what: "an SLO in Datadog's own JSON",
    way: 'write a definition with its id: source: { type: datadog, sloId: … }'
  },
  {
    is: (value, version) => version.startsWith('monitoring.coreos.com/') || isRules(value),
    what: 'a file of Prometheus rules, which has no target',
    way: 'use the spec that it was generated from (Sloth, Pyrra, OpenSLO), or a definition whose errorRatio names a recording rule'
  },
  {
    is: value => has(value, 'uuid') && Array.isArray(field(value, 'objectives')),
    what: 'an SLO of Grafana Cloud',
    way: PROMQL
  },
  {
    is: value => ['resource', 'terraform', 'provider'].some(key => has(value, key)) && !has(value, 'id'),
    what: 'a Terraform file, which is not an SLO definition',
    way: OWN_FORM
  }
]

const isDatadog = (value: unknown) =>
  Array.isArray(field(value, 'thresholds')) &&
  ['metric', 'monitor', 'time_slice'].includes(text(value, 'type')) &&
  !has(value, 'sloTarget')

function isRules(value: unknown): boolean {
  const groups = field(value, 'groups')
  return Array.isArray(groups) && !has(value, 'sloTarget')
}
