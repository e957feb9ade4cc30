import type { Pair } from '../../inputs/pairs.ts'
import type { SigningScope } from '../aws/sign.ts'

/** How to reach a server with Prometheus' HTTP API. */
export interface PrometheusConnection {
  readonly apiUrl: string
  readonly signIn: SignIn
  /** Sent with every request. */
  readonly headers?: readonly Pair[]
  /** Added to every query. */
  readonly parameters?: readonly Pair[]
}

export type SignIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'basic'; readonly credentials: string }
  | { readonly kind: 'sigv4'; readonly scope: SigningScope }
