// @actions/http-client imports undici for a proxy dispatcher, and @actions/github for a proxied fetch. The gate uses
// neither, because every request goes through src/http, whose proxies are tunnels on node:http. So this stand-in fails
// if it is called. CONTRIBUTING.md says what it gains.

const notHere = () => {
  throw new Error('undici is not part of this bundle; requests go through src/http/client.ts')
}

// @actions/github constructs one while it loads if a proxy is configured, but never uses it.
exports.ProxyAgent = class ProxyAgent {
  dispatch() {
    notHere()
  }
}

exports.fetch = async () => notHere()
