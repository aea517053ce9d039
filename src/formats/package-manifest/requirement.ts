import type { Fact } from '../../domain/fact.js'
import { dependency } from './dependency.js'

/** `Flask-Cors[async]>=4,<5; python_version > "3"`, `sdk @ https://…`, `git+https://…#egg=sdk` as PEP 508 and pip have it. */
export function requirement(written: string, line: number, isDevelopment = false): readonly Fact[] {
  const egg = /#egg=([\w.-]+)/.exec(written)?.[1]
  const [, name, range] =
    /^\s*([A-Za-z\d](?:[\w.-]*[A-Za-z\d])?)\s*(?:\[[^\]]*\])?\s*((?:[<>=!~][^;]*|\([^)]*\))?)\s*(?:;.*|@.*)?$/.exec(
      written,
    ) ?? []
  const known = egg ?? name
  if (known === undefined) return []
  const version = egg ? null : (range ?? '').replace(/^\(|\)$/g, '').trim() || null
  const spelt = known.toLowerCase().replace(/[-_.]+/g, '-')
  return dependency({ ecosystem: 'pypi', name: spelt, line, version, isDevelopment })
}
