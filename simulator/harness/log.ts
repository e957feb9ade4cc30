const ANNOTATIONS: Record<string, string> = {
  error: 'Error: ',
  warning: 'Warning: ',
  notice: 'Notice: ',
  group: '▸ '
}
const INVISIBLE = ['endgroup', 'add-mask', 'debug', 'set-output', 'save-state']

/** What a person sees in the runner's log. Masks are not applied, so that a leaked secret stays visible. */
export function formatLog(stdout: string): string {
  return stdout.split(/\r?\n/).flatMap(formatLine).join('\n')
}

function formatLine(line: string): string[] {
  const [, command = '', message = ''] = /^\s*::([\w-]+)(?:\s.*?)?::(.*)$/.exec(line) ?? []
  if (INVISIBLE.includes(command)) return []
  const prefix = ANNOTATIONS[command]
  return [prefix === undefined ? line : prefix + decodeMessage(message)]
}

function decodeMessage(message: string): string {
  return message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
