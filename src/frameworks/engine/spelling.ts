import type { Spelling } from '../../domain/framework.js'

/** A word spelt as a rule says: `OrderItem` as `order_items` by `snake` and `plural`. */
export function spelt(text: string, spellings: readonly Spelling[] = []): string {
  return spellings.reduce((word, spelling) => spellers[spelling](word), text)
}

const spellers: Readonly<Record<Spelling, (word: string) => string>> = {
  lower: (word) => word.toLowerCase(),
  upper: (word) => word.toUpperCase(),
  snake: (word) => wordsOf(word).join('_'),
  camel: (word) => pascal(word).replace(/^./, (first) => first.toLowerCase()),
  pascal,
  capital: (word) => word.replace(/^./, (first) => first.toUpperCase()),
  plural,
}

function pascal(word: string): string {
  return wordsOf(word)
    .map((each) => each.replace(/^./, (first) => first.toUpperCase()))
    .join('')
}

function wordsOf(word: string): readonly string[] {
  return word
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_\s-]+/)
    .filter((each) => each !== '')
}

/** As ORMs make it of the names that are common in schemas; what is irregular needs its table named. */
function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`
  return `${word}s`
}
