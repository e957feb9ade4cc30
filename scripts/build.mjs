// src -> build (tsc) -> dist (ncc). The TypeScript loader of ncc cannot use TypeScript 7, so tsc compiles first. Then
// ncc bundles the JavaScript as ESM and makes a chunk of every import().
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

rmSync('build', { recursive: true, force: true })
run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json')
rmSync('dist', { recursive: true, force: true })
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  ...['build', 'build/main.js', '--out', 'dist'],
  ...['--license', 'licenses.txt', '--no-cache', '--quiet']
)
