/**
 * How a language says it: the outline of a blob, in terms that every language shares. A language knows syntax and no
 * framework; what a call means is said elsewhere. Deliberately absent: types beyond what is written, and other files.
 */
import type { Language } from '../domain/outline.js'
import { csharp } from './csharp/index.js'
import { go } from './go/index.js'
import { java } from './java/index.js'
import { kotlin } from './kotlin/index.js'
import { php } from './php/index.js'
import { python } from './python/index.js'
import { ruby } from './ruby/index.js'
import { rust } from './rust/index.js'
import { typescript } from './typescript/index.js'

export const languages: readonly Language[] = [typescript, python, go, php, java, kotlin, csharp, ruby, rust]

/** The language that reads this path, by its ending; null when none does. */
export function languageOf(path: string): Language | null {
  const ending = /\.[^./]+$/.exec(path.toLowerCase())?.[0]
  return languages.find(({ extensions }) => ending !== undefined && extensions.includes(ending)) ?? null
}
