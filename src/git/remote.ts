import { UserError } from '../lib/errors.js'
import type { Settings } from './environment.js'
import type { Remote } from './git.js'
import { printable } from './names.js'

/** How a remote is spoken to. */
export type Access = {
  readonly url: string
  /** The one protocol that may be spoken. */
  readonly protocol: string
  readonly settings: Settings
  /** The same text without the token, in any form in which git could repeat it. */
  readonly redact: (text: string) => string
}

/**
 * Asks for the token and puts it where only git sees it: a setting in its environment, for this remote's host alone.
 * Throws the user error `bad-remote` for any address that could mean a program, a file, or a token in the open.
 */
export async function openAccess(remote: Remote, protocols: readonly string[]): Promise<Access> {
  const { url, protocol } = readUrl(remote.url, protocols)
  const token = await remote.token()
  if (token !== null && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UserError('bad-remote', `A token is never sent to \`${printable(url.host)}\` without TLS.`)
  }
  const settings = { [`protocol.${protocol}.allow`]: 'always' }
  if (token === null) return { url: url.href, protocol, settings, redact: (text) => text }
  if (/[^\x21-\x7e]/.test(token)) throw new Error('a token with white space or control characters')
  const secret = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    url: url.href,
    protocol,
    settings: { ...settings, [`http.${url.origin}/.extraHeader`]: `Authorization: Basic ${secret}` },
    redact: (text) => text.replaceAll(secret, '***').replaceAll(token, '***'),
  }
}

function readUrl(text: string, protocols: readonly string[]): { url: URL; protocol: string } {
  const url = /^[a-z]+:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null
  const protocol = url?.protocol.slice(0, -1) ?? ''
  const isPlain = url && url.username + url.password + url.search + url.hash === ''
  if (url && isPlain && protocols.includes(protocol)) return { url, protocol }
  throw new UserError('bad-remote', `Not a plain ${protocols.join(' or ')} address to fetch from.`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
