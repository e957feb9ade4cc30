import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from '@jest/globals'
import { globSync } from 'tinyglobby'

const { resolve } = createRequire(import.meta.url)
const modules = globSync('node_modules/@actions/{core,github,http-client}/**/*.{js,cjs,mjs}').map(file => ({
  file,
  code: readFileSync(file, 'utf8')
}))

/** What a module takes from another one, by name or through an object that holds all its exports. */
function namesTaken(code: string, from: string): readonly string[] {
  const named = code.matchAll(new RegExp(`import \\{([^}]*)\\} from ['"]${from}['"]`, 'g'))
  const names = [...named].flatMap(([, list = '']) =>
    list.split(',').map(name => name.trim().split(' as ')[0])
  )
  const whole = new RegExp(
    `import \\* as (\\w+) from ['"]${from}['"]|(\\w+) = require\\(['"]${from}['"]\\)`,
    'g'
  )
  const members = [...code.matchAll(whole)].flatMap(([, imported, required]) => [
    ...code.matchAll(new RegExp(`\\b${imported ?? required}\\.(\\w+)`, 'g'))
  ])
  return [...names, ...members.map(([, name]) => name)].filter(name => name !== undefined)
}

it.each(['undici', '@actions/exec'])('the stand-in for %s exports what its importers take', async standIn => {
  const importers = modules.filter(({ code }) => new RegExp(`['"]${standIn}['"]`).test(code))
  const exported = Object.keys(await import(resolve(standIn)))
  const taken = importers.map(({ file, code }) => ({ file, names: namesTaken(code, standIn) }))
  expect(taken).not.toEqual([])
  expect(taken.filter(({ names }) => names.length === 0)).toEqual([])
  expect(taken.flatMap(({ names }) => names).filter(name => !exported.includes(name))).toEqual([])
})
