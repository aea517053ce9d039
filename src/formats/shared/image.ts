import type { Action, ElementFact } from '../../domain/element-fact.js'
import { elementFact, type Seen } from './fact-of.js'

/**
 * A container image by its name, with its tag as its version: `ghcr.io/acme/orders`. A variable with a default stands for its
 * default; where only a variable would be left of the name, nothing is told.
 */
export function imageFact(
  seen: Seen,
  action: Action,
  written: string,
  service: string | null = null,
): readonly ElementFact[] {
  const text = written.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1').replace(/@sha256:[0-9a-f]*$/, '')
  const [, name = '', version = ''] =
    /^((?:[\w.-]+(?::\d+)?\/|\$\{?\w+\}?\/)?[^:\s]*?(?:\$\{\w+\}[^:\s]*?)?)(?::([^:\s/]+))?$/.exec(
      text.slice(0, 300),
    ) ?? []
  const literal = name.replace(/\$\{?\w+\}?/g, '')
  if (!/[a-z]/.test(literal) || /^(?:scratch)$/.test(name)) return []
  return elementFact(seen, action, ['image', name], { version, service })
}
