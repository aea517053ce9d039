import { vanished } from '../movement.js'
import { at, family } from '../rule.js'

const idea = {
  level: 'breaking',
  why: 'A caller may get what the condition excluded.',
  safeWhen: 'The server still keeps to it.',
  when: vanished,
} as const

export const responseConditionRemoved = (['if', 'then', 'else'] as const).flatMap((keyword) =>
  family({
    ...idea,
    about: keyword,
    references: at(`${keyword}-removed`, 'response-body', 'response-property'),
    text: () => `a condition (\`${keyword}\`) is removed`,
  }),
)
