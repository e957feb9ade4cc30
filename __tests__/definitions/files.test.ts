import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { readDefinitionFiles } from '../../src/definitions/files.ts'
import { Problems } from '../../src/problems.ts'

/** Reads the files of a fresh folder that the patterns name. */
async function read(patterns: string[], files: Record<string, string | Buffer>) {
  const { path: folder } = temporaryFolder('definition-files-')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const problems = new Problems()
  const definitions = await readDefinitionFiles({ patterns, folder, problems })
  return { folder, definitions, errors: problems.errors }
}

const MIB = 1024 ** 2

describe('the files of the definitions', () => {
  it('are those of each pattern in order, each file once', async () => {
    const files = { 'b.yaml': 'b', 'slos/2.yaml': '2', 'slos/1.yaml': '1', 'slos/3.json': '3' }
    const { definitions, errors } = await read(['b.yaml', 'slos/*.yaml', './slos/../b.yaml', '*.yaml'], files)
    expect(errors).toEqual([])
    expect(definitions).toEqual([
      { file: 'b.yaml', value: 'b' },
      { file: join('slos', '1.yaml'), value: 1 },
      { file: join('slos', '2.yaml'), value: 2 }
    ])
  })

  it('may have names that look like patterns', async () => {
    const { definitions } = await read(['slo[1].yaml'], { 'slo[1].yaml': 'a', 'slo1.yaml': 'b' })
    expect(definitions).toEqual([{ file: 'slo[1].yaml', value: 'a' }])
  })

  it.each(['slo.yaml', '*.yml', 'sl[o]s'])('have to be there: %s', async pattern => {
    const { folder, definitions, errors } = await read([pattern, 'a.yaml'], {
      'slos/1.yaml': 'x',
      'a.yaml': 'a'
    })
    expect(definitions).toEqual([{ file: 'a.yaml', value: 'a' }])
    expect(errors).toEqual([`input slo-file: "${pattern}" names no file below ${JSON.stringify(folder)}`])
  })
})

describe('a file of definitions', () => {
  it('may have 1 MiB', async () => {
    const { definitions, errors } = await read(['slo.yaml'], { 'slo.yaml': '5'.padEnd(MIB) })
    expect(errors).toEqual([])
    expect(definitions).toEqual([{ file: 'slo.yaml', value: 5 }])
  })

  it.each<[string, string | Buffer, string]>([
    ['is larger', '5'.padEnd(MIB + 1), 'it has 1048577 bytes, more than the 1048576 that are read'],
    ['is not text', Buffer.from([0x61, 0xff]), 'not valid'],
    ['is not YAML', 'id: [', 'Flow sequence']
  ])('that %s is an error, and no other is', async (_what, content, says) => {
    const { definitions, errors } = await read(['slo.yaml', 'a.yaml'], { 'slo.yaml': content, 'a.yaml': 'a' })
    expect(definitions).toEqual([{ file: 'a.yaml', value: 'a' }])
    expect(errors).toEqual([expect.stringMatching(new RegExp(`^slo\\.yaml: cannot be read: .*${says}`))])
  })

  it.each(['', '# only a comment', '---\n---\n', '[]', 'slos: []'])(
    'that says nothing is one: %j',
    async content => {
      const { definitions, errors } = await read(['slo.yaml'], { 'slo.yaml': content })
      expect(definitions).toEqual([])
      expect(errors).toEqual(['slo.yaml: holds no SLO definition'])
    }
  )
})
