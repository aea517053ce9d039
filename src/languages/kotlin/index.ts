/**
 * Kotlin. Names that a class declares are told apart from local ones, as in Java: a property is `this.total`, what an object
 * or a companion holds `Orders.PATH`. A function that extends a type is a method of it. Deliberately absent: types that are
 * inferred, and what a lambda's receiver lends it.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { mended } from './mended.js'
import { rules } from './rules.js'

export const kotlin: Language = {
  id: 'kotlin',
  extensions: ['.kt', '.kts'],
  outline: (path, text, parse) =>
    outlineSource({ path, text: mended(text), grammar: 'kotlin' }, rules, parse),
}
