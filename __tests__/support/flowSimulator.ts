/**
 * Runs an Archy flow on paper: what the caller hears, whether the CRM is asked, and where the call ends.
 * It knows the actions and functions that the example uses, and throws at everything else.
 */

type Value = string | number | boolean | undefined
type Body = Readonly<Record<string, unknown>>
type Action = Readonly<Record<string, Body>>

export interface Flow {
  readonly variables: readonly Variable[]
  readonly initialGreeting: Audio
  readonly startUpRef: string
  readonly tasks: readonly { readonly task: Task }[]
}

interface Task {
  readonly name: string
  readonly refId: string
  readonly variables?: readonly Variable[]
  readonly actions: readonly Action[]
}

type Variable = Readonly<Record<string, { readonly name: string; readonly initialValue: Setting }>>
type Setting = { readonly lit?: Value | Readonly<Record<string, number>>; readonly exp?: string }
type Audio = { readonly tts?: string }

/** What the flow meets. */
export interface World {
  readonly now: string
  /** The row of the data table; `missing` and `failure` are the other outputs of the lookup. */
  readonly row: Readonly<Record<string, Value>> | 'missing' | 'failure'
  /** The output of the CRM lookup; `unset` is a success that knows nothing about the caller. */
  readonly crm: 'success' | 'unset' | 'failure' | 'timeout'
  /** The queues that take the call. */
  readonly open: readonly string[]
  /** Values of flow variables other than those in the file. */
  readonly settings?: Readonly<Record<string, Value>>
}

export interface Call {
  readonly steps: readonly Step[]
  readonly heard: readonly string[]
  readonly askedCrm: boolean
  /** The queue that took the call; undefined when it was disconnected. */
  readonly queue: string | undefined
}

/** One thing that happened: text that was played, a transfer that was tried, the end of the call. */
type Step =
  | { readonly kind: 'audio'; readonly text: string }
  | { readonly kind: 'crm'; readonly output: string }
  | { readonly kind: 'transfer'; readonly queue: string; readonly priority: Value }
  | { readonly kind: 'disconnect' }

/** The call is over, in a queue or not. */
class Ended extends Error {
  readonly queue: string | undefined

  constructor(queue?: string) {
    super('the call has ended')
    this.queue = queue
  }
}

/** @param visited collects every action that ran, to find those that no call reaches */
export function simulate(flow: Flow, world: World, visited = new Set<Body>()): Call {
  const call = new Simulation(flow, world, visited)
  const queue = call.run()
  return {
    steps: call.steps,
    heard: call.steps.flatMap(step => (step.kind === 'audio' ? [step.text] : [])),
    askedCrm: call.steps.some(step => step.kind === 'crm'),
    queue
  }
}

class Simulation {
  readonly steps: Step[] = []
  private readonly flow: Flow
  private readonly world: World
  private readonly visited: Set<Body>
  private readonly variables = new Map<string, Value>()

  constructor(flow: Flow, world: World, visited: Set<Body>) {
    this.flow = flow
    this.world = world
    this.visited = visited
    this.declare(flow.variables)
    for (const [name, value] of Object.entries(world.settings ?? {})) this.set(name, value)
  }

  run(): string | undefined {
    this.play(this.flow.initialGreeting)
    try {
      this.jump(this.flow.startUpRef)
    } catch (error) {
      if (error instanceof Ended) return error.queue
      throw error
    }
  }

  private jump(reference: string): never {
    const task = taskOf(this.flow, reference)
    for (const name of this.variables.keys()) if (name.startsWith('Task.')) this.variables.delete(name)
    this.declare(task.variables ?? [])
    this.perform(task.actions)
    throw new Error(`the task ${task.name} comes to its end with the call still there`)
  }

  /** What an output does not end goes on with the next action beside the one that has it. */
  private perform(actions: readonly Action[]): void {
    for (const action of actions) {
      const [[type, body] = ['nothing', {}], ...others] = Object.entries(action)
      if (others.length > 0) throw new Error(`${type} shares its place in the list`)
      this.visited.add(body)
      const outputs = body['outputs'] as Record<string, { readonly actions: readonly Action[] }> | undefined
      const output = this.act(type, body)
      if (output !== undefined) this.perform(outputs?.[output]?.actions ?? [])
    }
  }

  /** @returns the output that is taken, of an action that has some */
  private act(type: string, body: Body): string | undefined {
    switch (type) {
      case 'playAudio':
        return this.play(body['audio'] as Audio)
      case 'updateData':
        return this.update(body['statements'] as readonly Body[])
      case 'decision':
        return this.evaluate((body['condition'] as { exp: string }).exp) === true ? 'yes' : 'no'
      case 'dataTableLookup':
        return this.lookUp(body)
      case 'callData':
        return this.askCrm(body)
      case 'transferToAcd':
        return this.transfer(body)
      case 'jumpToTask':
        return this.jump(String(body['targetTaskRef']))
      case 'disconnect':
        this.steps.push({ kind: 'disconnect' })
        throw new Ended()
      default:
        throw new Error(`${type} is no action that the simulator knows`)
    }
  }

  private play(audio: Audio | undefined): undefined {
    const text = audio?.tts?.trim()
    if (text) this.steps.push({ kind: 'audio', text })
  }

  private update(statements: readonly Body[]): undefined {
    for (const statement of statements.flatMap(entry => Object.values(entry) as Body[])) {
      this.set(String(statement['variable']), this.valueOf(statement['value'] as Setting))
    }
  }

  private lookUp(body: Body): string {
    const { row } = this.world
    if (row === 'failure') return 'failure'
    const [table] = Object.values(body['dataTable'] as Record<string, Body>)
    if (row === 'missing' || row['key'] !== this.valueOf(body['lookupValue'] as Setting)) return 'notFound'
    for (const [field, { var: name }] of bindingsOf(table?.['foundOutputs'])) this.set(name, row[field])
    return 'found'
  }

  private askCrm(body: Body): string {
    const { crm } = this.world
    const output = crm === 'unset' ? 'success' : crm
    this.steps.push({ kind: 'crm', output })
    if (output === 'success') {
      const outputs = [...bindingsOf(find(body['category'], 'successOutputs'))]
      for (const [, { var: name }] of outputs) this.set(name, crm === 'unset' ? undefined : 7)
    }
    return output
  }

  private transfer(body: Body): string {
    const queue = find(body['targetQueue'], 'name') as string
    this.play(body['preTransferAudio'] as Audio)
    this.steps.push({ kind: 'transfer', queue, priority: this.valueOf(body['priority'] as Setting) })
    if (this.world.open.includes(queue)) throw new Ended(queue)
    this.play(body['failureTransferAudio'] as Audio)
    return 'failure'
  }

  private declare(variables: readonly Variable[]): void {
    for (const { name, initialValue } of variables.flatMap(entry => Object.values(entry))) {
      this.variables.set(name, this.valueOf(initialValue))
    }
  }

  private set(name: string, value: Value): void {
    if (!this.variables.has(name)) throw new Error(`there is no variable ${name}`)
    this.variables.set(name, value)
  }

  private valueOf({ lit, exp }: Setting): Value {
    if (exp !== undefined) return this.evaluate(exp)
    return typeof lit === 'object' ? milliseconds(lit) : lit
  }

  /** Expressions of this size read like JavaScript, once the names of variables have a meaning. */
  private evaluate(expression: string): Value {
    const readable = expression.replace(/\b(?:Flow|Task|Call)\.\w+/g, name => `read('${name}')`)
    const names = ['read', ...Object.keys(this.functions)]
    const evaluation = new Function(
      ...names,
      `'use strict'; return (${readable.replace(/\bIf\(/g, 'Choose(')})`
    )
    return evaluation(this.read, ...Object.values(this.functions))
  }

  private readonly read = (name: string): Value => {
    if (name === 'Call.Ani') return 'tel:+15551234567'
    if (!this.variables.has(name)) throw new Error(`there is no variable ${name}`)
    return this.variables.get(name)
  }

  private readonly functions = {
    Choose: (condition: boolean, yes: Value, no: Value) => (condition ? yes : no),
    IsSet: (value: Value) => value !== undefined,
    IsNotSetOrEmpty: (value: Value) => value === undefined || value === '',
    GetCurrentDateTimeUtc: () => Date.parse(this.world.now),
    ToDateTime: (text: string) => {
      const time = Date.parse(text)
      if (Number.isNaN(time))
        throw new Error(`${JSON.stringify(text)} is no time, which ends in error handling`)
      return time
    },
    DateTimeDiff: (later: number, earlier: number) => later - earlier
  }
}

/** The task that a reference such as `/inboundCall/tasks/task[normal]` names. */
export function taskOf(flow: Flow, reference: string): Task {
  const [, id] = /^\/inboundCall\/tasks\/task\[([^\]]+)\]$/.exec(reference) ?? []
  const found = flow.tasks.find(({ task }) => task.refId === id)
  if (found === undefined) throw new Error(`there is no task ${reference}`)
  return found.task
}

/** Every object under a key of this name, however deep. */
export function findAll(node: unknown, key: string): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...findAll(value, key)
  ])
}

const find = (node: unknown, key: string) => findAll(node, key)[0]

const bindingsOf = (node: unknown) => Object.entries((node ?? {}) as Record<string, { readonly var: string }>)

const UNITS: Readonly<Record<string, number>> = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 }

function milliseconds(duration: Readonly<Record<string, number>>): number {
  return Object.entries(duration).reduce((sum, [unit, count]) => {
    const length = UNITS[unit]
    if (length === undefined) throw new Error(`${unit} is no unit that the simulator knows`)
    return sum + count * length
  }, 0)
}
