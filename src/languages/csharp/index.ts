/**
 * C#. Members of a class that are used without `this` are `this.x`, so that fields are found as in every other language;
 * attributes are decorators. Exported names are qualified by their namespaces. Deliberately absent: what a compiler infers,
 * sources that generators add, and names of other files.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { rules } from './rules.js'

export const csharp: Language = {
  id: 'csharp',
  extensions: ['.cs'],
  outline: (path, text, parse) => outlineSource({ path, text, grammar: 'c-sharp' }, rules, parse),
}
