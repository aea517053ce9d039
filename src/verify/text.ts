import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'

/** At most so many characters in each text of a claim: a finding is short, and a flood is an attack. */
const limits = { title: 120, failingScenario: 1200, fix: 800 } as const

/** Left-over control and format characters, and those that are invisible or turn the direction of text (Trojan Source). */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu

/**
 * The claim with words that are safe to show, or a rejection. Links, images and HTML are refused: a model that was led
 * to put one there is carrying something out (T5 and T6 of the threat table). Mentions and commands are defused where
 * text is rendered, for every text alike.
 */
export async function checkText(claim: Claim, _context: VerifyContext): Promise<CheckedClaim> {
  for (const key of ['title', 'failingScenario', 'fix'] as const) {
    const text = claim[key]
    if (key !== 'fix' && text.trim() === '') return { rejected: `${key} is empty.` }
    if (text.length > limits[key])
      return { rejected: `${key} is longer than ${limits[key]} characters. Say less.` }
    if (/https?:\/\/|!\[|\]\(|<\/?[a-z!]/i.test(withoutCode(text))) {
      return { rejected: `${key} must be plain text: no links, images or HTML. Put code in backticks.` }
    }
  }
  return {
    claim: {
      ...claim,
      title: clean(claim.title),
      failingScenario: clean(claim.failingScenario),
      fix: clean(claim.fix),
    },
  }
}

function withoutCode(text: string): string {
  return text.replace(/`[^`\n]*`/g, '')
}

function clean(text: string): string {
  return text.replace(invisible, (character) => (character === '\n' || character === '\t' ? character : ''))
}
