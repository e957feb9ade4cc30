import type { HttpRequest } from '../../http/message.ts'
import type { AwsCredentials } from './credentials.ts'

/** The scope of a signature. */
export interface SigningScope {
  /** The name of the service in signatures, such as `aps` or `monitoring`. */
  readonly service: string
  readonly region: string
  readonly credentials: AwsCredentials
}

/** Signs each attempt of a request with Signature Version 4. */
export function signerFor({ service, region, credentials }: SigningScope): NonNullable<HttpRequest['sign']> {
  return async ({ method, url, headers = {}, body = null }, at) => {
    const { AwsV4Signer } = await import('aws4fetch')
    const datetime = at.toISOString().replace(/[-:]|\.\d+/g, '')
    const signer = new AwsV4Signer({ method, url, headers, body, service, region, datetime, ...credentials })
    const signed = await signer.sign()
    return Object.fromEntries(signed.headers)
  }
}
