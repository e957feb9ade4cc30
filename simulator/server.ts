import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { currentTime } from './harness/clock.ts'

/** One request as a simulator saw it. */
export interface RecordedRequest {
  method: string
  /** Path with the query, as sent. */
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** An ordinary answer: an object is sent as JSON, text and bytes as they are. */
export interface PlainReply {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** For faults that no ordinary answer has: dripping, resets, silence. */
interface RawReply {
  raw: (request: IncomingMessage, response: ServerResponse) => void
}

export type Reply = PlainReply | RawReply
export type Handler = (request: RecordedRequest) => Reply | Promise<Reply>

export interface Server {
  /** Origin without a trailing slash. */
  url: string
  /** Every request so far, in order of arrival. */
  requests: RecordedRequest[]
  close(): Promise<void>
}

/** Starts an HTTP server on a free loopback port that records what it is asked. */
export async function startServer(handler: Handler): Promise<Server> {
  const requests: RecordedRequest[] = []
  const server = createServer((incoming, response) => {
    answer({ incoming, response, handler, requests }).catch(error => fail(response, error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests, close }

  async function close(): Promise<void> {
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    // Keep-alive connections and answers that never end would hold the server open.
    server.closeAllConnections()
    await closed
  }
}

interface Exchange {
  incoming: IncomingMessage
  response: ServerResponse
  handler: Handler
  requests: RecordedRequest[]
}

async function answer({ incoming, response, handler, requests }: Exchange): Promise<void> {
  const { method = '', url: path = '', headers } = incoming
  const request = { method, path, headers, body: await text(incoming) }
  requests.push(request)
  const reply = await handler(request)
  response.setHeader('date', currentTime().toUTCString())
  if ('raw' in reply) reply.raw(incoming, response)
  else send(response, reply)
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: PlainReply): void {
  const isJson = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)
  response.statusCode = status
  if (isJson) response.setHeader('content-type', 'application/json')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(isJson ? JSON.stringify(body) : body)
}

/** A fault of the simulator is told in its answer; a client that went away is not a fault. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.headersSent) response.destroy()
  else send(response, { status: 500, body: `Simulator failed: ${String(error)}` })
}
