// @actions/core imports @actions/exec only for `platform.getDetails`, which starts programs to ask for the name of the
// operating system. The gate starts no programs, so this stand-in fails if it is called. CONTRIBUTING.md says what it gains.

const notHere = async () => {
  throw new Error('@actions/exec is not part of this bundle; the gate starts no programs')
}

export const exec = notHere
export const getExecOutput = notHere
