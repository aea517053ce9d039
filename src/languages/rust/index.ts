/**
 * Rust. Paths are spelt as a module and what is named of it, `Ok(e)`, `Some(e)`, `e?` and `e.await` are `e`, and macros are
 * read as far as their tokens tell. What is compiled for tests only is left out: nothing of it runs for those who use the
 * program. Deliberately absent: what macros expand to, the types that Rust infers, and traits.
 */
import type { Language } from '../../domain/outline.js'
import { outlineSource } from '../shared/outline.js'
import { exportsOf } from './exports.js'
import { rules } from './rules.js'

export const rust: Language = {
  id: 'rust',
  extensions: ['.rs'],
  outline: (path, text, parse) => {
    const outline = outlineSource({ path, text, grammar: 'rust' }, rules, parse)
    return { ...outline, exports: exportsOf(outline) }
  },
}
