import type { PlainReply, RecordedRequest } from '../server.ts'
import type { Settings } from './world.ts'

export const TOKEN_PATH = '/oauth/token'
export const ISSUED_TOKEN = 'issued-token-value'

/** OAuth's client credentials grant; its errors have a body of their own. */
export function issueToken(request: RecordedRequest, settings: Settings): PlainReply {
  const { authorization = '', 'content-type': contentType = '' } = request.headers
  const credentials = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64')
  if (authorization !== `Basic ${credentials}`) {
    return loginFailure(401, 'invalid_client', 'client not found or client secret wrong')
  }
  if (contentType.split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') {
    return loginFailure(400, 'invalid_request', 'content type must be application/x-www-form-urlencoded')
  }
  if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
    return loginFailure(400, 'unsupported_grant_type', 'grant_type must be client_credentials')
  }
  return { body: { access_token: ISSUED_TOKEN, token_type: 'bearer', expires_in: 86_399 } }
}

function loginFailure(status: number, error: string, description: string): PlainReply {
  return { status, body: { error, description, error_description: description } }
}
