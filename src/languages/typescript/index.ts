/**
 * TypeScript and JavaScript, and the scripts of Vue and Svelte components. Deliberately absent: types beyond what is
 * written, resolution of modules (it needs other files), and the templates of components.
 */
import type { Grammar, Language, Outline, Parse } from '../../domain/outline.js'
import { outlineSource, type Source } from '../shared/outline.js'
import { rules } from './rules.js'
import { scriptsOf } from './scripts.js'

const grammars: ReadonlyMap<string, Grammar> = new Map([
  ['.ts', 'typescript'],
  ['.mts', 'typescript'],
  ['.cts', 'typescript'],
  ['.tsx', 'tsx'],
  ['.js', 'javascript'],
  ['.mjs', 'javascript'],
  ['.cjs', 'javascript'],
  ['.jsx', 'javascript'],
])

const components = ['.vue', '.svelte']

export const typescript: Language = {
  id: 'typescript',
  extensions: [...grammars.keys(), ...components],
  outline,
}

function outline(path: string, text: string, parse: Parse): Outline {
  const extension = path.slice(path.lastIndexOf('.')).toLowerCase()
  if (components.includes(extension)) return outlineScript({ path, ...scriptsOf(text) }, parse)
  return outlineScript({ path, text, grammar: grammars.get(extension) ?? 'typescript' }, parse)
}

/** JavaScript with annotations (Flow, or TypeScript under a wrong name) is read as TypeScript where that reads it all. */
function outlineScript(source: Source, parse: Parse): Outline {
  const outline = outlineSource(source, rules, parse)
  if (source.grammar !== 'javascript' || outline.problems.length === 0) return outline
  const typed = outlineSource({ ...source, grammar: 'tsx' }, rules, parse)
  return typed.problems.length === 0 ? typed : outline
}
