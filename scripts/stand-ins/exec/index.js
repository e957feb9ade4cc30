// @actions/core imports @actions/exec for one thing: `platform.getDetails`, which starts programs to
// ask for the name of the operating system. The gate starts no programs. package.json maps the
// package to this stand-in: a third of the bundle's start-up code less, and it fails loudly if called.

const notHere = async () => {
  throw new Error('@actions/exec is not part of this bundle; the gate starts no programs')
}

export const exec = notHere
export const getExecOutput = notHere
