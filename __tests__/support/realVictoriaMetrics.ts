import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { launch, type RealServer } from './realTools.ts'

/** Starts a VictoriaMetrics with a history in Prometheus' text format, whose instants are in milliseconds. */
export async function startVictoriaMetrics(binary: string, history: readonly string[]): Promise<RealServer> {
  const folder = temporaryFolder('gate-victoria-metrics-')
  const server = await launch({
    binary,
    programArguments: port => [
      `-storageDataPath=${folder.path}`,
      `-httpListenAddr=127.0.0.1:${port}`,
      '-retentionPeriod=1y'
    ],
    isReady: async ({ url }) => (await fetch(`${url}/health`)).ok
  })
  const stop = () => server.stop().then(folder.remove)
  try {
    for (const body of history) await post(`${server.url}/api/v1/import/prometheus`, body)
    await post(`${server.url}/internal/force_flush`)
    return { ...server, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function post(url: string, body = ''): Promise<void> {
  const { ok, status } = await fetch(url, { method: 'POST', body })
  if (!ok) throw new Error(`${url} answered with status ${status}`)
}
