import type { ConnectOptions } from '../../inputs/input.ts'

/** AWS credentials, as `aws-actions/configure-aws-credentials` sets them in the environment. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Absent for the long-term key of a user. */
  readonly sessionToken?: string
}

/** Reads the credentials from the environment and masks them; undefined if there are none. */
export function readAwsCredentials({ env, secrets }: ConnectOptions): AwsCredentials | undefined {
  const accessKeyId = env['AWS_ACCESS_KEY_ID']?.trim()
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY']?.trim()
  const sessionToken = env['AWS_SESSION_TOKEN']?.trim()
  for (const secret of [secretAccessKey, sessionToken]) if (secret) secrets.add(secret)
  if (!accessKeyId || !secretAccessKey) return undefined
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
}
