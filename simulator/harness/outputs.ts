/** Reads a GITHUB_OUTPUT file: `name=value` and `name<<delimiter` blocks. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    if (line === '') continue
    // As the runner reads it: whichever of `=` and `<<` comes first.
    const [, name = '', sign, rest = ''] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? []
    if (sign === undefined) throw new Error(`The runner would refuse this output line: ${line}`)
    outputs[name] = sign === '=' ? rest : takeBlock(lines, rest)
  }
  return outputs
}

function takeBlock(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter)
  if (end < 0) throw new Error(`The runner would refuse this output: no closing ${delimiter}`)
  const block = lines.splice(0, end + 1)
  return block.slice(0, -1).join('\n')
}
