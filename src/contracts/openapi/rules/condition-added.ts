import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

const idea = {
  level: 'breaking',
  why: 'A caller that sends what the new condition does not allow is refused.',
  safeWhen: 'Everything that callers send already meets it.',
  when: appeared,
} as const

export const conditionAdded = (['if', 'then', 'else'] as const).flatMap((keyword) =>
  family({
    ...idea,
    about: keyword,
    references: at(`${keyword}-added`, 'request-body', 'request-property'),
    text: () => `a condition (\`${keyword}\`) is added`,
  }),
)
