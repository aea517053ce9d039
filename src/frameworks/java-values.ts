import type { Framework } from '../domain/framework.js'

const addresses = [
  'UriComponentsBuilder.fromHttpUrl()',
  'UriComponentsBuilder.fromUriString()',
  'UriComponentsBuilder.fromPath()',
]

/** What Java's standard library, Jackson and Spring make of a value. */
export const javaValues: Framework = {
  id: 'java-values',
  languages: ['java', 'kotlin'],
  imports: [
    'java.net.*',
    'java.util.*',
    'com.fasterxml.jackson.*',
    'com.google.gson.*',
    'okhttp3.*',
    'org.springframework.*',
    'java.net.http.*',
  ],
  gate: [],
  rules: [
    {
      id: 'address',
      emit: 'pass',
      match: { on: 'call', name: ['create', 'URI', 'URL'], receiver: ['URI', ''], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'same',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['requireNonNull', 'ofNullable', 'of'],
        receiver: ['Objects', 'Optional'],
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'text',
      emit: 'pass',
      match: { on: 'call', name: ['valueOf'], receiver: ['String'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'present',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['orElseThrow', 'block', 'blockOptional', 'join', 'toList', 'stream', 'orElse'],
      },
      from: 'receiver',
    },
    {
      id: 'json',
      emit: 'pass',
      match: {
        on: 'call',
        name: [
          'readValue',
          'readTree',
          'convertValue',
          'writeValueAsString',
          'writeValueAsBytes',
          'fromJson',
          'toJson',
        ],
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'published',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['ofString', 'create'],
        receiver: ['BodyPublishers', 'HttpRequest.BodyPublishers', 'RequestBody'],
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'answered',
      emit: 'pass',
      match: { on: 'call', name: ['ok', 'just'], receiver: ['ResponseEntity', 'Mono'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'joined',
      emit: 'join',
      match: { on: 'call', name: ['path', 'pathSegment'], receiver: addresses },
      parts: ['receiver', 'argument 0'],
    },
    {
      id: 'begun',
      emit: 'join',
      match: {
        on: 'call',
        name: ['fromHttpUrl', 'fromUriString', 'fromPath'],
        receiver: ['UriComponentsBuilder'],
      },
      parts: ['argument 0'],
    },
    {
      id: 'built',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['toUriString', 'build', 'buildAndExpand', 'encode', 'toUri', 'queryParam', 'queryParams'],
        receiver: addresses.flatMap((each) => [each, `${each}.path()`, `${each}.pathSegment()`]),
      },
      from: 'receiver',
    },
  ],
}
