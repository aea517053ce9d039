/**
 * The words of a name, in lower case and singular, so that `ORDERS_SERVICE_ADDR`, `ordersServiceAddr` and
 * `orders-service` can be held against each other word by word.
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The words that tell one deployed service from another: `acme/orders-service` is named by `order`. */
export function repositoryWords(repository: string): readonly string[] {
  return telling(wordsOf(repository.split('/').at(-1) ?? ''), genericNames)
}

/** The words of the owner of a repository: `acme`. */
export function organisationWords(repository: string): readonly string[] {
  return wordsOf(repository.split('/')[0] ?? '').map(singular)
}

/** The telling words of a variable or an expression that holds an address: `NEXT_PUBLIC_ORDERS_API_URL` gives `order`. */
export function addressWords(text: string): readonly string[] {
  return telling(wordsOf(text).map(withoutAddressEnding), genericAddresses)
}

/** Whether a name ends as names of addresses do: `ordersUrl`, `ORDERS_ADDR`. */
export function soundsLikeAddress(text: string): boolean {
  return addressEnding.test(wordsOf(text).at(-1) ?? '')
}

/** The telling words of a folder that may hold a service of its own; empty for `src` and the like. */
export function folderWords(folder: string): readonly string[] {
  return telling(wordsOf(folder), genericFolders)
}

/**
 * How well an address names something. 3: the same words, apart from the organisation's own name. 2: its last word
 * (`ORDERS_URL` and `acme/shop-orders`). 1: some word in common. 0: none.
 */
export function nameFit(
  address: readonly string[],
  name: readonly string[],
  organisation: readonly string[],
): 0 | 1 | 2 | 3 {
  if (address.length === 0 || name.length === 0) return 0
  if (sameWords(address, name)) return 3
  if (sameWords(without(address, organisation), without(name, organisation))) return 3
  if (address.length === 1 && name.at(-1) === address[0]) return 2
  return address.some((word) => name.includes(word)) ? 1 : 0
}

const addressEnding = /^(.*?)(url|uri|addr|address|host|hostname|endpoint|origin)$/

/** `ordersurl` is one word to a reader of capitals, and two to a person. */
function withoutAddressEnding(word: string): string {
  return addressEnding.exec(word)?.[1] ?? word
}

function telling(words: readonly string[], generic: ReadonlySet<string>): readonly string[] {
  return words.filter((word) => word !== '' && !generic.has(word)).map(singular)
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((word, at) => word === other[at])
}

function without(words: readonly string[], dropped: readonly string[]): readonly string[] {
  return words.filter((word) => !dropped.includes(word))
}

const services = 'service services svc api apis server backend app application microservice ms'.split(' ')

const genericNames: ReadonlySet<string> = new Set([...services, 'repo', 'repository', 'monorepo', 'src'])

const genericAddresses: ReadonlySet<string> = new Set([
  ...services,
  ...'base port root http https path prefix rest v1 v2 v3 remote domain target'.split(' '),
  ...'next public vite react nuxt expo ng env environ process os config cfg conf settings options opts'.split(
    ' ',
  ),
  ...'this self props state context ctx c s client http axios request internal external default local'.split(
    ' ',
  ),
  ...'dev prod staging get value string gateway proxy upstream core main edge ingress test'.split(' '),
])

const genericFolders: ReadonlySet<string> = new Set([
  ...services,
  ...'src lib libs apps packages pkg cmd internal main java kotlin python go ts js node routes router routers'.split(
    ' ',
  ),
  ...'route handlers handler controllers controller endpoints http web rest v1 v2 v3 docs doc spec openapi'.split(
    ' ',
  ),
  ...'swagger com org io views modules module core common shared'.split(' '),
])
