/**
 * Java. Names that a class declares are told apart from local ones: a field is `this.total`, a constant `Orders.PATH`, a
 * method of one's own `this.load`. What is read by a getter is read as a field. Deliberately absent: types that are
 * inferred, and what classes of other files hand down.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { rules } from './rules.js'

export const java: Language = {
  id: 'java',
  extensions: ['.java'],
  outline: (path, text, parse) => outlineSource({ path, text, grammar: 'java' }, rules, parse),
}
