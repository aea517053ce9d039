import type { Action, Details, ElementFact, ElementKind } from '../../domain/element-fact.js'
import type { EnvironmentFact } from '../../domain/fact.js'
import type { FactBase } from '../../domain/fact-base.js'
import { tellableValue } from './tellable-value.js'

/** Where a fact stands, and who saw it. */
export type Seen = Pick<FactBase, 'line' | 'rule'> & { readonly certainty?: FactBase['certainty'] }

/** A variable that is set for something that runs; null is a value that the file does not tell. */
export function setVariable(
  seen: Seen,
  name: string,
  written: string | null,
  service?: string,
): readonly EnvironmentFact[] {
  if (!isVariable(name)) return []
  const value = written === null ? null : tellableValue(written, name)
  return [
    {
      kind: 'environment',
      ...certainly(seen),
      name,
      access: 'set',
      hasDefault: false,
      ...(service === undefined ? {} : { service }),
      ...(value === null ? {} : { value }),
    },
  ]
}

export function readVariable(
  seen: Seen,
  name: string,
  hasDefault: boolean,
  service?: string,
): readonly EnvironmentFact[] {
  if (!isVariable(name)) return []
  const where = service === undefined ? {} : { service }
  return [{ kind: 'environment', ...certainly(seen), name, access: 'read', hasDefault, ...where }]
}

/**
 * What is done with an element, spelt as `element.ts` shows: the kind, then its words. Nothing when a word is empty or holds
 * what no such name does, because it was not understood then.
 */
export function elementFact(
  seen: Seen,
  action: Action,
  [kind, ...words]: readonly [ElementKind, ...string[]],
  details: Readonly<Partial<Record<keyof Details, string | null>>> = {},
): readonly ElementFact[] {
  if (words.some((word) => !/^[^\s\p{Cc}]{1,200}$/u.test(word))) return []
  const said = Object.entries(details).filter(([, text]) => text !== null && text !== '')
  return [
    {
      kind,
      ...certainly(seen),
      element: [kind, ...words].join(' '),
      action,
      ...(said.length ? { details: Object.fromEntries(said) } : {}),
    },
  ]
}

function certainly({ line, rule, certainty = 'certain' }: Seen): FactBase {
  return { line, rule, certainty }
}

function isVariable(name: string): boolean {
  return /^[A-Za-z_]\w{0,99}$/.test(name)
}
