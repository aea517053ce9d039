/**
 * Ruby, of any version that its grammar reads. A call without arguments is a read of a member, since Ruby makes no difference
 * between the two, and a method without parameters is a member of its class. Deliberately absent: what is defined at run
 * time (`define_method`, `send`), and methods of other files that are called without a receiver.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { exportsOf } from './exports.js'
import { rules } from './rules.js'

export const ruby: Language = {
  id: 'ruby',
  extensions: ['.rb', '.ru', '.rake'],
  outline: (path, text, parse) => {
    const outline = outlineSource({ path, text, grammar: 'ruby' }, rules, parse)
    return { ...outline, exports: exportsOf(outline) }
  },
}
