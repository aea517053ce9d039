import type { Details } from '../../domain/element-fact.js'
import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'

/** Whose names they are: two packages of one name in different places are not the same. */
export type Ecosystem = 'npm' | 'go' | 'pypi' | 'maven' | 'cargo' | 'composer' | 'gem' | 'nuget'

export type Dependency = {
  readonly ecosystem: Ecosystem
  readonly name: string
  readonly line: number
  readonly version?: string | null | undefined
  /** Its name in this code, where that differs. */
  readonly local?: string | null | undefined
  /** Only those who work on the package need it: for tests, for building. */
  readonly isDevelopment?: boolean
}

/** A package that the code of this manifest uses, with the versions it allows. */
export function dependency({ ecosystem, name, line, ...more }: Dependency): readonly Fact[] {
  const rule = `package-manifest.${ecosystem}${more.isDevelopment ? '-development' : ''}`
  return elementFact({ line, rule }, 'imports', ['package', name], detailsOf(more))
}

/** The package that the manifest is of. */
export function ownPackage({ ecosystem, name, line, version }: Dependency): readonly Fact[] {
  return elementFact(
    { line, rule: `package-manifest.${ecosystem}` },
    'declares',
    ['package', name],
    detailsOf({ version: version ?? null }),
  )
}

/** What a lock file has chosen for a package that the code uses by itself. */
export function resolved({ ecosystem, name, line, version }: Dependency): readonly Fact[] {
  const rule = `package-manifest.${ecosystem}-lock`
  return elementFact({ line, rule }, 'uses', ['package', name], detailsOf({ version: version ?? null }))
}

function detailsOf({
  version,
  local,
}: Pick<Dependency, 'version' | 'local'>): Readonly<Partial<Record<keyof Details, string | null>>> {
  const isPlain = typeof version === 'string' && version.length <= 100 && !/:\/\/[^/]*@/.test(version)
  return { version: isPlain ? version.trim() : null, local: local ?? null }
}
