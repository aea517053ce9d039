/** Whether a text is a Helm template, and so no YAML before it is rendered; `{{ $labels.x }}` of an alert is none. */
export function isHelmText(text: string): boolean {
  return /\{\{-?(?:\s{0,50}\/\*|[\s(]{0,50}(?:\.Values|\.Release|\.Chart|\.Capabilities|\$\.|include|if|else|end|range|with|define|template|toYaml|tpl|default|required|printf|quote|\$\w+\s*:?=))/.test(
    text,
  )
}
