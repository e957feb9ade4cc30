import type { IncomingMessage } from 'node:http'
import { HttpFailure } from './failure.ts'

/**
 * Reads the body of an answer.
 *
 * @throws HttpFailure for a body that is larger than the limit or ends early
 */
export function readText(message: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) {
        message.destroy(
          new HttpFailure(`the answer is larger than ${maxBytes / 1024 ** 2} MiB`, { isTooLarge: true })
        )
      } else {
        chunks.push(chunk)
      }
    })
    message.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    message.on('error', reject)
    message.on('close', () => reject(new HttpFailure('the answer ended early', { isTransient: true })))
  })
}
