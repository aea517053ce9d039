/**
 * PHP 7 and 8, also between the lines of a page. A variable keeps its `$` in the outline, because functions, constants and
 * variables of one name are different things; members go without it. Deliberately absent: names that are made at run
 * time (`$$name`, `$order->$field`), and types that only comments tell.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { rules } from './rules.js'

export const php: Language = {
  id: 'php',
  extensions: ['.php'],
  outline: (path, text, parse) => outlineSource({ path, text, grammar: 'php' }, rules, parse),
}
