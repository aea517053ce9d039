import { commands } from './commands/index.js'
import { http, openapi } from './contracts/index.js'
import { embedded, formats } from './formats/index.js'
import { frameworks } from './frameworks/index.js'
import { languages } from './languages/index.js'

/** Everything this product knows, one line each. What is not here does not exist; what is here is tested to. */
export const catalog = {
  languages,
  frameworks,
  formats,
  embedded,
  contracts: [openapi, http],
  commands,
} as const
