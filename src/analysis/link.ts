import type { RepositoryName } from '../domain/blob.js'
import type { UrlBase } from '../domain/fact.js'
import type { Link } from '../domain/impact.js'
import { readHost } from './host.js'
import { literalsOf } from './path-fit.js'
import {
  addressWords,
  folderWords,
  nameFit,
  organisationWords,
  repositoryWords,
  soundsLikeAddress,
} from './words.js'

/** What is known when a consumer's address is held against a provider. */
export type LinkScene = {
  readonly provider: RepositoryName
  /** The file that promises: its folders may name a service of a repository that holds several. */
  readonly providerPath: string
  /** Every repository that is known, the provider included. */
  readonly repositories: readonly RepositoryName[]
  /** Other repositories that promise the same route. */
  readonly rivals: ReadonlySet<RepositoryName>
}

export type Caller = { readonly repository: RepositoryName; readonly base: UrlBase; readonly path: string }

/** A link, and whether the address itself named the provider. */
export type NamedLink = Link & { readonly named: boolean }

/**
 * Why a caller is believed to mean this provider; null when it means another, or nothing speaks for it.
 *
 * Strong: it is in the same repository and its address is relative or tells of no other; or its address names the
 * provider word by word; or its address names nobody, no other repository promises the route, and the route has two
 * literal segments of its own. Everything that merely could be is weak: a weak link never proves.
 */
export function linkTo(caller: Caller, scene: LinkScene): NamedLink | null {
  if (caller.base.type === 'relative') return relativeLink(caller, scene)
  const address = readAddress(caller.base, scene.provider)
  const own = ownFit(address, scene)
  const others = otherFit(address, scene)
  if (others.fit >= 2 && others.fit > own.fit) return null
  if (own.fit >= 2) return namedLink(address, own.name, others.fit >= own.fit ? others.name : null)
  if (own.fit === 1) return link('weak', `${said(address)} may name ${own.name}`, true)
  return unnamedLink(caller, scene, address)
}

/** The one known repository that an address names; null when it names none, several, or a stranger's host. */
export function repositoryNamedBy(
  base: UrlBase,
  consumer: RepositoryName,
  repositories: readonly RepositoryName[],
): RepositoryName | null {
  if (base.type === 'relative') return consumer
  const address = readAddress(base, consumer)
  if (address.scope === 'foreign' || !address.sure) return null
  const fits = repositories.map((name) => ({ name, fit: fitOf(address, repositoryWords(name), name) }))
  const best = Math.max(0, ...fits.map((each) => each.fit))
  const named = fits.filter((each) => each.fit === best)
  return best >= 2 && named.length === 1 ? (named[0]?.name ?? null) : null
}

/** Whether an address tells nothing of who is meant: a generic variable, this machine, the organisation's front door. */
export function isUnnamed(base: UrlBase, consumer: RepositoryName): boolean {
  if (base.type === 'relative') return false
  const address = readAddress(base, consumer)
  return (
    address.scope !== 'foreign' &&
    (address.names.every((words) => words.length === 0) || base.type === 'unknown')
  )
}

type Address = {
  /** As a person would quote it. */
  readonly text: string
  readonly names: readonly (readonly string[])[]
  readonly scope: 'local' | 'internal' | 'own' | 'foreign' | 'variable' | 'expression'
  /** False for an expression that is not called an address: its words may mean anything. */
  readonly sure: boolean
}

function readAddress(base: Exclude<UrlBase, { type: 'relative' }>, organisation: RepositoryName): Address {
  if (base.type === 'origin') return originAddress(base.origin, organisation)
  if (base.type === 'unknown') {
    const names = [addressWords(base.text)]
    return { text: base.text, names, scope: 'expression', sure: soundsLikeAddress(base.text) }
  }
  const words = addressWords(base.name)
  if (words.length === 0 && base.fallback) {
    const fallback = originAddress(base.fallback, organisation)
    // What a variable holds by default on a developer's machine says nothing of where it points elsewhere.
    if (fallback.scope !== 'local') return { ...fallback, text: `${base.name} (${base.fallback})` }
  }
  return { text: base.name, names: [words], scope: 'variable', sure: true }
}

function originAddress(origin: string, organisation: RepositoryName): Address {
  const host = readHost(origin, organisation)
  return { text: origin, names: host.labels.map(addressWords), scope: host.scope, sure: true }
}

function relativeLink(caller: Caller, scene: LinkScene): NamedLink | null {
  if (caller.repository === scene.provider) return link('strong', 'same repository, relative address', true)
  if (scene.rivals.size > 0) return null
  return link('weak', `a relative address, and only ${scene.provider} is known to promise it`, false)
}

function namedLink(address: Address, name: string, rival: string | null): NamedLink {
  if (rival) return link('weak', `${said(address)} may name ${name} or ${rival}`, true)
  if (address.scope === 'foreign')
    return link('weak', `${said(address)} names ${name} on a foreign domain`, true)
  return link(address.sure ? 'strong' : 'weak', `${said(address)} names ${name}`, true)
}

function unnamedLink(caller: Caller, scene: LinkScene, address: Address): NamedLink | null {
  const same = caller.repository === scene.provider
  const telling = literalsOf(caller.path).filter((segment) => !commonSegments.test(segment)).length
  const tellsOfOther = address.scope !== 'expression' && address.names.some((words) => words.length > 0)
  if (address.scope === 'foreign' || (telling === 0 && !same)) return null
  const only = `only ${scene.provider} is known to promise it`
  if (tellsOfOther) return scene.rivals.size === 0 && telling >= 2 ? link('weak', only, false) : null
  if (scene.rivals.size > 0)
    return same ? link('weak', 'same repository, but others promise it too', false) : null
  if (same) return link('strong', `same repository, and ${only}`, false)
  return link(telling >= 2 && address.scope !== 'local' ? 'strong' : 'weak', only, false)
}

function ownFit(address: Address, scene: LinkScene): { fit: number; name: string } {
  const repository = fitOf(address, repositoryWords(scene.provider), scene.provider)
  const folders = scene.providerPath.split('/').slice(0, -1)
  const folder = folders.find((each) => fitOf(address, folderWords(each), scene.provider) === 3)
  if (repository < 3 && folder) return { fit: 3, name: `${folder}/ of ${scene.provider}` }
  return { fit: repository, name: scene.provider }
}

function otherFit(address: Address, scene: LinkScene): { fit: number; name: string } {
  return scene.repositories
    .filter((name) => name !== scene.provider)
    .map((name) => ({ fit: fitOf(address, repositoryWords(name), name), name }))
    .reduce((best, each) => (each.fit > best.fit ? each : best), { fit: 0, name: '' })
}

function fitOf(address: Address, name: readonly string[], repository: RepositoryName): number {
  const organisation = organisationWords(repository)
  return Math.max(0, ...address.names.map((words) => nameFit(words, name, organisation)))
}

/** The address as it is written, as code. */
function said({ text }: Address): string {
  return `\`${text.replaceAll('`', "'")}\``
}

function link(strength: Link['strength'], reason: string, named: boolean): NamedLink {
  return { strength, reason, named }
}

/** Segments that thousands of programs share: they tell nothing of whom a call means. */
const commonSegments =
  /^(api|v\d+|health(z|check)?|ready|live|ping|status|metrics|auth|oauth2?|login|logout|token|me|rest|graphql|public|internal|admin|version)$/i
