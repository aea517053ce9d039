import { z } from 'zod'

/** What `From` and `ElementFrom` may say, one word or two at a time. */
const alone = 'receiver|keywords|arguments|keys|texts|words|key|value|first|returned|root'
const counted = String.raw`(?:argument|rest) -?\d{1,2}`
const named = String.raw`(?:keyword|chained|every|called|around|made|\.) [\w$-]{1,100}`
const step = `(?:${alone}|${counted}|${named})`
const ofElements = String.raw`name|class|decorated|decorated in module|assigned|receiver name|type \d{1,2}|fields|methods|item (?:type|tag)|class (?:field|method) [\w$.]{1,100}`
/** What steps may follow: themselves a place too. */
const begun = String.raw`(?:outer )?item|literal|class decorator [\w$]{1,100}`

const longest = 200
const places = new RegExp(`^${step}(?: ${step}){0,9}$`)
const elementPlaces = new RegExp(
  `^(?:${ofElements}|outer key|(?:${begun}|${step})(?: ${step}){0,9}(?: shown)?)$`,
)

/** Names that every object has: what is looked up by them is not what somebody wrote. */
export function isInherited(name: string): boolean {
  return name in {}
}

function fits(text: string, known: RegExp): boolean {
  return text.length <= longest && known.test(text) && !text.split(/[ .]/).some(isInherited)
}

/** `argument 0 . topic`: where a value is taken from. */
export const place = z
  .string()
  .max(longest)
  .refine((text) => fits(text, places), {
    error: ({ input }) => `\`${clipped(input)}\` is no place: write \`argument 0\`, \`keyword url\`, …`,
  })
  .describe(
    'Where a value is taken from, read from left to right: `argument 0`, `keyword url`, `argument 1 . method`, `receiver argument 0`, `chained topic argument 0`.',
  )

/** The same, and what only rules for elements may ask: `class`, `decorated`, `item . name`. */
export const elementPlace = z
  .string()
  .max(longest)
  .refine((text) => fits(text, elementPlaces), {
    error: ({ input }) => `\`${clipped(input)}\` is no place: write \`argument 0\`, \`class\`, \`item\`, …`,
  })
  .describe(
    'As a place, and: `name`, `class`, `decorated`, `assigned`, `receiver name`, `type 0`, `item …`, `key`, `fields`, `methods`, `class decorator NAME argument 0`, `… shown`.',
  )

export const placeList = z.array(place).min(1).max(10).describe('Places, tried in order.')
export const elementPlaceList = z.array(elementPlace).min(1).max(10).describe('Places, tried in order.')

function clipped(input: unknown): string {
  return String(input).slice(0, 60)
}
