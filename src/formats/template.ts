import type { EnvironmentFact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { readVariable } from './shared/fact-of.js'
import { linesWithoutComments, referencesIn } from './shared/references.js'

/**
 * Templates of configuration that are filled when something starts: each variable they name must be set for it. `${NAME}`
 * of envsubst, `.Env.NAME` and `env "NAME"` of Go templates, `lookup('env', 'NAME')` and `env.NAME` of Jinja.
 */
export const template: Format = {
  id: 'template',
  mayBe: (path) =>
    /\.(?:tmpl|template|tpl|j2|jinja2?|envsubst|gotmpl)(?:\.[a-z]+)?$/.test(path) &&
    !/(?:^|\/)templates\/.*\.tpl$/.test(path),
  facts: (path, text) => {
    if (!/\$|\{\{/.test(text)) return { facts: [], problems: [] }
    const form = /\.(?:conf|cfg|ini|ya?ml|json|properties|toml)\b/.test(path) ? 'bare' : 'braced'
    const facts = linesWithoutComments(text).flatMap(([words, line]) => [
      ...referencesIn(words, form).flatMap(({ name, hasDefault }) =>
        readVariable({ line, rule: 'template.reference' }, name, hasDefault),
      ),
      ...expressionFacts(words, line),
    ])
    return { facts, problems: [] }
  },
}

/** Variables inside `{{ … }}` and `{% … %}`. */
function expressionFacts(words: string, line: number): readonly EnvironmentFact[] {
  return [...words.matchAll(/\{[{%](.{1,300}?)[%}]\}/g)].flatMap(([, inside = '']) => {
    const hasDefault = /\bdefault\b|\bor\b|\bif\b/.test(inside)
    return [...inside.matchAll(variable)].flatMap(([, first, second, argument]) =>
      readVariable(
        { line, rule: 'template.expression' },
        first ?? second ?? '',
        hasDefault || argument !== undefined,
      ),
    )
  })
}

const variable =
  /(?:\.Env\.|\benv\.|\benviron\.|\benv\[['"])([A-Z_][A-Z0-9_]*)\b|\b(?:getenv|mustEnv|env|environ|lookup\(\s*['"]env['"]\s*,)[\s(]*['"]([A-Z_][A-Z0-9_]*)['"](\s*,?\s*['"])?/g
