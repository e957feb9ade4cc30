// The tests once more with the source in process instead of the built bundle, to see what they cover.
import { spawnSync } from 'node:child_process'

// What is about the process itself (memory, signals, proxies) runs the bundle in any case, or needs no source.
const BUNDLE_ONLY = [
  'faultsBodies',
  'load',
  'proxy',
  'stateTogether',
  'project',
  'prometheusReal',
  '.stryker-tmp'
]

const { status } = spawnSync(
  process.execPath,
  [
    ...[
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js'
    ],
    ...['--coverage', '--coverageReporters=text', ...process.argv.slice(2)],
    ...['--testPathIgnorePatterns', ...BUNDLE_ONLY]
  ],
  { stdio: 'inherit', env: { ...process.env, GATE_IN_PROCESS: '1' } }
)
process.exit(status ?? 1)
