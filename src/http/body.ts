import type { IncomingMessage } from 'node:http'
import { HttpFailure } from './failure.ts'

/** No answer that the gate reads comes near this. */
const MAX_BYTES = 10 * 1024 * 1024

/**
 * The body of an answer.
 *
 * @throws HttpFailure for a body that is larger than the limit, and for one that ends early
 */
export function readText(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MAX_BYTES) {
        message.destroy(new HttpFailure(`the answer is larger than ${MAX_BYTES / 1024 ** 2} MiB`))
      } else {
        chunks.push(chunk)
      }
    })
    message.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    message.on('error', reject)
    message.on('close', () => reject(new HttpFailure('the answer ended early', { isTransient: true })))
  })
}
