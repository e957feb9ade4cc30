// The accounts of the world and what each may do in its repository.
import { pullRequestsOf, same, type User, visibleRepositories, type World } from './world.ts'

interface FullUser {
  login: string
  type: 'User' | 'Bot'
  /** As in `role_name`: empty without access. */
  role: string
  /** The role, or what a custom role builds on. */
  baseRole: NonNullable<User['baseRole']> | ''
}

/** The account of a login; `undefined` for one that the world mentions nowhere. */
export function findUser({ world, login }: { world: World; login: string }): FullUser | undefined {
  const name = mentionedLogins(world).find(mentioned => same(mentioned, login))
  return name === undefined ? undefined : userOf({ world, login: name })
}

/** The account of a login, mentioned or not. */
export function userOf({ world, login }: { world: World; login: string }): FullUser {
  const [name, user] = Object.entries(world.users ?? {}).find(([key]) => same(key, login)) ?? [
    login,
    {} as User
  ]
  const type = name.endsWith('[bot]') ? 'Bot' : 'User'
  const role = user.role ?? 'none'
  const builtIn = (['admin', 'maintain', 'write', 'triage', 'read'] as const).find(known => known === role)
  if (role !== 'none') return { login: name, type, role, baseRole: builtIn ?? user.baseRole ?? 'write' }
  const reads = world.visibility === 'public' && type === 'User'
  return { login: name, type, role: reads ? 'read' : '', baseRole: reads ? 'read' : '' }
}

function mentionedLogins(world: World): string[] {
  const pulls = pullRequestsOf(world)
  return [
    ...Object.keys(world.users ?? {}),
    ...Object.values(world.teams ?? {}).flatMap(members => Object.keys(members)),
    ...pulls.flatMap(({ author, events }) => [author, ...events.flatMap(({ actor }) => actor ?? [])]),
    ...visibleRepositories(world).map(repository => repository.split('/')[0] ?? '')
  ]
}
