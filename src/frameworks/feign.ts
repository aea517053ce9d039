import type { Framework } from '../domain/framework.js'
import { springMappings } from './spring.js'

/** Feign: interfaces that name what they call, in its own words or in those of Spring MVC. */
export const feign: Framework = {
  id: 'feign',
  languages: ['java', 'kotlin'],
  imports: ['org.springframework.cloud.openfeign.*', 'org.springframework.web.bind.annotation.*', 'feign.*'],
  gate: ['FeignClient', 'import feign.'],
  rules: [
    {
      id: 'client',
      emit: 'annotated',
      side: 'consumer',
      match: { on: 'decorator', name: ['FeignClient'] },
      mappings: [...springMappings, { name: ['FeignClient'], path: ['keyword path'] }],
      url: ['keyword url', 'keyword name', 'argument 0'],
      body: ['RequestBody', 'undecorated'],
    },
    {
      id: 'request-line',
      emit: 'annotated',
      side: 'consumer',
      unmarked: true,
      match: { on: 'decorator', name: ['RequestLine'] },
      mappings: [{ name: ['RequestLine'], path: ['argument 0'], methodInPath: true }],
      body: ['undecorated'],
    },
  ],
}
