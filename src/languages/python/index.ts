/**
 * Python, of any version that its grammar reads. Deliberately absent: Python 2's print statements (a gap in coverage),
 * and names that are made at run time (`setattr`, `globals()`).
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { exportsOf } from './exports.js'
import { rules } from './rules.js'

export const python: Language = {
  id: 'python',
  extensions: ['.py', '.pyi'],
  outline: (path, text, parse) => {
    const outline = outlineSource({ path, text, grammar: 'python' }, rules, parse)
    return { ...outline, exports: exportsOf(path, outline) }
  },
}
