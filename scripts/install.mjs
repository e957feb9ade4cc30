// Makes the commands of the README work on a fresh clone with any Node from 20 on. It installs what the lockfile
// names if the lockfile has changed since, and runs its arguments with the Node 24 that was installed.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const INSTALLED = 'node_modules/.package-lock.json'
const isWindows = process.platform === 'win32'

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (status !== 0) process.exit(status ?? 1)
}

const changedAt = path => statSync(path).mtimeMs
if (!existsSync(INSTALLED) || changedAt(INSTALLED) < changedAt('package-lock.json')) {
  console.log('Installing dependencies (npm ci) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: isWindows })
}

const [script, ...args] = process.argv.slice(2)
if (script) run(`node_modules/node/bin/node${isWindows ? '.exe' : ''}`, [script, ...args])
