import type { ClientRule, Framework } from '../domain/framework.js'

const templates = ['RestTemplate()', 'RestOperations()', 'RestTemplateBuilder().build()']
const base = ['made rootUri argument 0']
const answer = ['body']
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'method']
/** The first call of a chain: it names the method. */
const chains = ['RestClient', 'WebClient'].flatMap((client) =>
  verbs.flatMap((verb) => [
    `${client}().${verb}()`,
    `${client}.create().${verb}()`,
    `${client}.builder().baseUrl().build().${verb}()`,
  ]),
)
const made = chains.map((chain) => `${chain}.uri()`)

/** A call of `RestTemplate` with the positions of what it is given. */
function template(
  id: string,
  name: readonly string[],
  rule: Pick<ClientRule, 'method'> & Partial<Pick<ClientRule, 'body' | 'answer' | 'answerType'>>,
): ClientRule {
  return {
    id,
    emit: 'client',
    match: {
      on: 'call',
      name,
      receiver: templates,
      receiverName: '(?:^|\\.)[rR]estTemplate$',
      minArguments: 1,
    },
    url: ['argument 0'],
    receiverBase: base,
    answer: [],
    typeArgument: true,
    ...rule,
  }
}

/** Spring's clients that are called: `RestTemplate`, `RestClient`, `WebClient`. */
export const springClient: Framework = {
  id: 'spring-client',
  languages: ['java', 'kotlin'],
  imports: ['org.springframework.*'],
  gate: ['RestTemplate', 'RestOperations', 'RestClient', 'WebClient'],
  rules: [
    template('get-object', ['getForObject'], { method: { fixed: 'GET' }, answerType: ['argument 1'] }),
    template('get', ['getForEntity'], { method: { fixed: 'GET' }, answer, answerType: ['argument 1'] }),
    template('post-object', ['postForObject', 'postForLocation'], {
      method: { fixed: 'POST' },
      body: ['argument 1 argument 0', 'argument 1'],
      answerType: ['argument 2'],
    }),
    template('post', ['postForEntity'], {
      method: { fixed: 'POST' },
      body: ['argument 1 argument 0', 'argument 1'],
      answer,
      answerType: ['argument 2'],
    }),
    template('patch', ['patchForObject'], {
      method: { fixed: 'PATCH' },
      body: ['argument 1 argument 0', 'argument 1'],
      answerType: ['argument 2'],
    }),
    template('send', ['put', 'delete'], {
      method: { name: true },
      body: ['argument 1 argument 0', 'argument 1'],
    }),
    template('head', ['headForHeaders'], { method: { fixed: 'HEAD' } }),
    template('options', ['optionsForAllow'], { method: { fixed: 'OPTIONS' } }),
    template('exchange', ['exchange'], {
      method: { from: ['argument 1'], default: 'ANY' },
      body: ['argument 2 argument 0', 'argument 2'],
      answer,
      answerType: ['argument 3'],
    }),
    {
      id: 'chain',
      emit: 'client',
      match: { on: 'call', name: ['uri'], receiver: chains, minArguments: 1 },
      method: { from: ['receiver argument 0', 'receiver'], default: 'ANY' },
      url: ['argument 0'],
      receiverBase: ['made baseUrl argument 0', 'made create argument 0'],
      body: ['chained bodyValue argument 0', 'chained body argument 0'],
      answer: [],
      answerItems: ['chained bodyToFlux argument 0', 'chained toEntityList argument 0'],
      answerType: [
        'chained bodyToMono argument 0',
        'chained toEntity argument 0',
        'chained retrieve chained body argument 0',
        'chained bodyToMono type 0',
        'chained awaitBody type 0',
        'chained awaitBodyOrNull type 0',
        'chained retrieve chained body type 0',
      ],
    },
    {
      id: 'chained',
      emit: 'pass',
      match: {
        on: 'call',
        name: [
          'retrieve',
          'bodyValue',
          'body',
          'header',
          'headers',
          'accept',
          'contentType',
          'onStatus',
          'bodyToMono',
          'bodyToFlux',
          'awaitBody',
          'awaitBodyOrNull',
          'block',
          'toEntity',
        ],
        receiver: made,
      },
      from: 'receiver',
    },
  ],
}
