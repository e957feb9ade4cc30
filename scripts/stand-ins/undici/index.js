// @actions/http-client and @actions/github import undici for one thing each: a proxy dispatcher
// and a proxied fetch. The gate uses neither (every request goes through src/http, whose proxies
// are tunnels on node's own http), yet loading the real one would add a third to the start-up
// time of every run. package.json maps undici to this stand-in, which fails loudly if it is called.

const notHere = () => {
  throw new Error('undici is not part of this bundle; requests go through src/http/client.ts')
}

// Constructed by @actions/github while it loads, when a proxy is configured; it is never used.
exports.ProxyAgent = class ProxyAgent {
  dispatch() {
    notHere()
  }
}

exports.fetch = async () => notHere()
