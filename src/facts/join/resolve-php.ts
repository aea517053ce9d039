import { ancestors, directoryOf, joinPath, nameOf, type Paths } from './paths.js'

/** Roots of packages that everybody installs: a class of theirs is never one of the repository that is called alike. */
const installed =
  /^(?:Illuminate|Laravel|Symfony|GuzzleHttp|Doctrine|Psr|Monolog|PHPUnit|Twig|League|Carbon|Ramsey|Spatie|Livewire|Sensio|Predis|Aws|Google|Stripe|Sentry|Slim|Laminas|Cake|Yii|Zend|ApiPlatform|Inertia|Filament)\\/

const byName = new WeakMap<Paths, ReadonlyMap<string, readonly string[]>>()

/**
 * The file of a class, by PSR-4: its last words are folders and the file's name, and what stands before them is a prefix that
 * a `composer.json` gives to some folder. A module that is a path (`routes/admin.php`) is that file, seen from the nearest folder.
 */
export function resolvePhp(paths: Paths, from: string, module: string): readonly string[] {
  if (/\.php$/i.test(module)) return fileAt(paths, from, module)
  const words = module.split('\\')
  const scored = (namesakes(paths).get(`${words.at(-1)}.php`) ?? []).map((path) => ({
    path,
    length: commonEnd(path, words),
    near: commonStart(path, from),
  }))
  const [best] = scored.sort((a, b) => b.length - a.length || b.near - a.near || (a.path < b.path ? -1 : 1))
  const needed = installed.test(module) ? words.length : Math.max(1, words.length - 3)
  return best && best.length >= needed ? [best.path] : []
}

function fileAt({ files }: Paths, from: string, module: string): readonly string[] {
  const above = module.startsWith('.') ? [directoryOf(from)] : ancestors(from)
  const found = above.map((folder) => joinPath(folder, module)).find((path) => files.has(path))
  return found === undefined ? [] : [found]
}

/** How many words at the end of a class's name are those of a path. */
function commonEnd(path: string, words: readonly string[]): number {
  const folders = path.replace(/\.php$/, '').split('/')
  let length = 0
  while (length < words.length && sameWord(folders.at(-1 - length), words.at(-1 - length))) length += 1
  return length
}

/** `App` lives in `app`. */
function sameWord(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase()
}

function commonStart(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')]
  const different = a.findIndex((word, index) => word !== b[index])
  return different === -1 ? a.length : different
}

function namesakes(paths: Paths): ReadonlyMap<string, readonly string[]> {
  const known = byName.get(paths)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const path of paths.files) {
    if (!path.endsWith('.php')) continue
    const name = nameOf(path)
    const others = index.get(name)
    if (others) others.push(path)
    else index.set(name, [path])
  }
  byName.set(paths, index)
  return index
}
