/**
 * Go. A method's receiver is `this` under whatever name it has, so that a struct's fields are found as in every other
 * language. Deliberately absent: the types that Go infers, and the files of the same package.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { exportsOf } from './exports.js'
import { rules } from './rules.js'

export const go: Language = {
  id: 'go',
  extensions: ['.go'],
  outline: (path, text, parse) => {
    const outline = outlineSource({ path, text, grammar: 'go' }, rules, parse)
    return { ...outline, exports: exportsOf(outline) }
  },
}
