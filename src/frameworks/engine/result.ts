import type { ResultFact } from '../../domain/fact.js'
import type { Explainer } from './explainer.js'
import type { Reading } from './reading.js'
import { referenceTo } from './target.js'
import { typeName } from './type-text.js'

/** The functions of a blob that return an answer or what another file's function returns, for those who call them. */
export function readResults(reading: Reading, explainer: Explainer): readonly ResultFact[] {
  const { definitions } = reading.code.outline
  return definitions.flatMap((definition, index) => {
    if (definition.name === '' || !/^(?:function|method)$/.test(definition.kind)) return []
    const found = reading.code
      .returnsOf(index)
      .flatMap((value) =>
        explainer.explain(
          reading.tracer.trace(value, { scope: index, line: Number.MAX_SAFE_INTEGER }),
          index,
        ),
      )
      .find(({ origin }) => origin.type === 'answer' || origin.type === 'result')
    if (!found) return []
    const type = definition.returnType === null ? null : typeName(definition.returnType)
    return [
      {
        kind: 'result',
        line: definition.line,
        rule: `result.${found.origin.type}`,
        certainty: 'certain',
        name: definition.name,
        owner: definition.owner,
        origin: found.origin,
        ...(found.field ? { field: found.field } : {}),
        type: type && referenceTo(reading, type.name),
        ...(type?.list ? { list: true } : {}),
      },
    ]
  })
}
