/**
 * Rules that a repository gives for its own frameworks, in `.github/interlock/rules/*.yml`: read, checked and made data that
 * the extractor goes by. Deliberately absent: code of any kind, expressions that can take long, and rules of a pull request's
 * head, since who changes a call could otherwise also change what counts as one.
 */
export { type CheckedRules, checkRules } from './check.js'
export { rulesSchema } from './form.js'
export { createRules, type RepositoryRules, type RulesOf, rulesFolder } from './rules.js'
