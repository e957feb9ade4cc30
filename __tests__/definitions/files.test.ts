import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { readDefinitionFiles } from '../../src/definitions/files.ts'
import { Problems } from '../../src/problems.ts'

/** Reads the files of a fresh folder that the patterns name. */
async function read(
  patterns: string[],
  files: Record<string, string | Buffer>,
  prepare: (folder: string) => void = () => undefined
) {
  const { path: folder } = temporaryFolder('definition-files-')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  prepare(folder)
  const problems = new Problems()
  const definitions = await readDefinitionFiles({ patterns, folder, problems })
  return { folder, definitions, errors: problems.errors, warnings: problems.warnings }
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

  it.each([
    ['slo[1].yaml', 'slo1.yaml'],
    ['*.yaml', 'crm.yaml'],
    ['{a,b}.yaml', 'b.yaml']
  ])('are those that match, and one of just that name as well: %s', async (pattern, other) => {
    const { definitions, errors } = await read([pattern], { [pattern]: 'a', [other]: 'b' })
    expect(errors).toEqual([])
    expect(definitions.map(({ value }) => value).toSorted()).toEqual(['a', 'b'])
  })

  it('are not those that a line with an exclamation mark leaves out, wherever it stands', async () => {
    const files = {
      'slos/a.yaml': 'a',
      'slos/old/b.yaml': 'b',
      'slos/c.yaml': 'c',
      'd.yaml': 'd',
      'slos/[e].yaml': 'e'
    }
    const left = async (...lines: string[]) => {
      const { definitions, errors } = await read(lines, files)
      return [...definitions.map(({ value }) => value), ...errors]
    }
    expect(await left('!slos/old/**', 'slos/**/*.yaml', '!**/c.yaml')).toEqual(['e', 'a'])
    expect(await left('slos/**/*.yaml', '!slos/old')).toEqual(['e', 'a', 'c'])
    expect(await left('d.yaml', 'slos/a.yaml', '!./d.yaml')).toEqual([
      'a',
      expect.stringMatching(/^input slo-file: "d.yaml" matches no file below .* that is not excluded$/)
    ])
    expect(await left('!slos/old/**')).toEqual([
      'input slo-file: only excludes files; name the files to read as well'
    ])
  })

  it.each(['slo.yaml', '*.yml'])('have to be there: %s', async pattern => {
    const { folder, definitions, errors } = await read([pattern, 'a.yaml'], {
      'slos/1.yaml': 'x',
      'a.yaml': 'a'
    })
    expect(definitions).toEqual([{ file: 'a.yaml', value: 'a' }])
    expect(errors).toEqual([`input slo-file: "${pattern}" matches no file below ${JSON.stringify(folder)}`])
  })
})

describe('a match that cannot be read is an error:', () => {
  const NOT_READ = 'slos/crm.yaml: cannot be read: '
  const match = (name: string, make: (path: string, folder: string) => void, says: string) => ({
    name,
    make,
    says
  })
  const outside = temporaryFolder('elsewhere-').path
  writeFileSync(join(outside, 'secret.yaml'), 'id: top secret')

  const kinds = [
    match('a directory', path => mkdirSync(path), 'it is a directory; name the files in it, or exclude it'),
    match('a pipe', path => execFileSync('mkfifo', [path]), 'it is not a regular file'),
    match('a broken link', path => symlinkSync('nothing.yaml', path), 'it is a broken link'),
    match('a link to itself', path => symlinkSync('crm.yaml', path), 'it is a broken link'),
    match(
      'a link to a device',
      path => symlinkSync('/dev/zero', path),
      'it is a link to a file outside the workspace'
    ),
    match(
      'a link to the root',
      path => symlinkSync('/', path),
      'it is a link to a file outside the workspace'
    ),
    match(
      'a link to a file elsewhere',
      path => symlinkSync(join(outside, 'secret.yaml'), path),
      'it is a link to a file outside'
    )
  ]

  it.each(
    kinds.flatMap(kind =>
      ['slos/*.yaml', 'slos/crm.yaml', 'slos/**/*.yaml'].map(pattern => ({ ...kind, pattern }))
    )
  )('$name for $pattern', async ({ make, says, pattern }) => {
    const { definitions, errors } = await read([pattern, 'a.yaml'], { 'a.yaml': 'a' }, folder => {
      mkdirSync(join(folder, 'slos'))
      make(join(folder, 'slos/crm.yaml'), folder)
    })
    expect(definitions).toEqual([{ file: 'a.yaml', value: 'a' }])
    expect(errors).toEqual([expect.stringContaining(NOT_READ + says)])
  })

  it('a file below a link to a folder elsewhere is not even found', async () => {
    const { errors, warnings } = await read(['slos/**/*.yaml'], {}, folder => {
      mkdirSync(join(folder, 'slos'))
      symlinkSync(outside, join(folder, 'slos/more'))
    })
    expect(errors).toEqual([expect.stringContaining('matches no file')])
    expect(warnings).toEqual([
      'slos/more: is a link to a folder outside the workspace, which is not searched'
    ])
  })

  it('but a path that itself leads elsewhere is the choice of whoever set the input', async () => {
    for (const pattern of [
      join(outside, 'secret.yaml'),
      join(outside, '*.yaml'),
      `../${basename(outside)}/*.yaml`
    ]) {
      const { definitions, errors } = await read([pattern], {})
      expect(errors).toEqual([])
      expect(definitions).toMatchObject([{ value: { id: 'top secret' } }])
    }
  })

  it('but links within the workspace are followed, each file counts once, and circles end', async () => {
    const files = { 'slos/a.yaml': 'a', 'shared/b.yaml': 'b' }
    const { definitions, errors } = await read(['slos/**/*.yaml', 'slos/**', '**/*'], files, folder => {
      symlinkSync('../shared', join(folder, 'slos/more'))
      symlinkSync('..', join(folder, 'shared/up'))
      symlinkSync('../slos', join(folder, 'shared/across'))
      symlinkSync('a.yaml', join(folder, 'slos/same.yaml'))
    })
    expect(errors).toEqual([])
    expect(definitions.map(({ value }) => value)).toEqual(['a', 'b'])
  })

  it('more than 1,000 files', async () => {
    const { errors } = await read(
      ['*'],
      Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`${i}`, 'a']))
    )
    expect(errors).toEqual(['input slo-file: names 1001 files; at most 1000 are read'])
  })
})

describe('a file of definitions', () => {
  it('that is wrong further down still gives the documents before', async () => {
    const { definitions, errors } = await read(['slo.yaml'], { 'slo.yaml': 'a\n---\nb\n---\n[' })
    expect(definitions.map(({ value }) => value)).toEqual(['a', 'b'])
    expect(errors).toEqual([expect.stringMatching(/^slo.yaml: cannot be read: .*, at line 5, column 2$/)])
  })

  it('may have 1 MiB', async () => {
    const { definitions, errors } = await read(['slo.yaml'], { 'slo.yaml': '5'.padEnd(MIB) })
    expect(errors).toEqual([])
    expect(definitions).toEqual([{ file: 'slo.yaml', value: 5 }])
  })

  it.each<[string, string | Buffer, string]>([
    ['is larger', '5'.padEnd(MIB + 1), 'it has more than 1048576 bytes; at most that many are read'],
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
      expect(errors).toEqual(['slo.yaml: contains no SLO definition'])
    }
  )
})

describe('a folder that is not there', () => {
  it('has no match', async () => {
    const { errors } = await read(['nowhere/*.yaml', 'a.yaml/*.yaml'], { 'a.yaml': 'a' })
    expect(errors).toEqual([
      expect.stringContaining('"nowhere/*.yaml" matches no file'),
      expect.stringContaining('"a.yaml/*.yaml" matches no file')
    ])
  })
})

describe('a folder that cannot be listed', () => {
  it('is an error: it may hold definitions', async () => {
    const { errors } = await read(['loop/*.yaml'], {}, folder => symlinkSync('loop', join(folder, 'loop')))
    expect(errors).toContain('loop: cannot be listed: ELOOP')
  })
})

describe('a file that grows beyond what is read', () => {
  it('is refused by what was read, not by the size that it had', async () => {
    const { errors } = await read(['big.yaml'], { 'big.yaml': '5'.padEnd(2 * MIB) })
    expect(errors).toEqual([
      `big.yaml: cannot be read: it has more than ${MIB} bytes; at most that many are read`
    ])
  })
})
