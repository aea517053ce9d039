/**
 * How a framework says it: routes, mounts, clients, environment variables, as data, one file a framework. The engine reads
 * outlines by these rules and gives facts of one blob. Deliberately absent: syntax (the languages know it), other files
 * (facts are joined later), and anything but names and origins as a reason to believe that a call is a request.
 */
import type { Framework } from '../domain/framework.js'
import { aiohttpClient } from './aiohttp-client.js'
import { amqplib } from './amqplib.js'
import { aspnetMinimal } from './aspnet-minimal.js'
import { awsMessaging } from './aws-messaging.js'
import { aspnetMvc } from './aspnet-mvc.js'
import { axios } from './axios.js'
import { bullmq } from './bullmq.js'
import { chi } from './chi.js'
import { django } from './django.js'
import { echo } from './echo.js'
import { express } from './express.js'
import { fastapi } from './fastapi.js'
import { fastify } from './fastify.js'
import { fetch } from './fetch.js'
import { flask } from './flask.js'
import { flaskRestful } from './flask-restful.js'
import { gin } from './gin.js'
import { goEnvironment } from './go-environment.js'
import { goHttpClient } from './go-http-client.js'
import { goValues } from './go-values.js'
import { gorillaMux } from './gorilla-mux.js'
import { got } from './got.js'
import { hono } from './hono.js'
import { httpx } from './httpx.js'
import { jaxrs } from './jaxrs.js'
import { javascriptValues } from './javascript-values.js'
import { kafkajs } from './kafkajs.js'
import { koa } from './koa.js'
import { ky } from './ky.js'
import { nestjs } from './nestjs.js'
import { netHttp } from './net-http.js'
import { nats } from './nats.js'
import { next } from './next.js'
import { nestjsMicroservices } from './nestjs-microservices.js'
import { nodeEnvironment } from './node-environment.js'
import { ofetch } from './ofetch.js'
import { pythonEnvironment } from './python-environment.js'
import { pythonValues } from './python-values.js'
import { rails } from './rails.js'
import { requests } from './requests.js'
import { resty } from './resty.js'
import { redisEvents } from './redis-events.js'
import { spring } from './spring.js'
import { symfony } from './symfony.js'
import { xmlHttpRequest } from './xml-http-request.js'

export { createMatcher, type Matched, type Matcher } from './engine/matcher.js'

export const frameworks: readonly Framework[] = [
  express,
  fastify,
  koa,
  hono,
  nestjs,
  next,
  fastapi,
  flask,
  flaskRestful,
  django,
  rails,
  netHttp,
  gin,
  echo,
  chi,
  gorillaMux,
  spring,
  jaxrs,
  aspnetMinimal,
  fetch,
  symfony,
  xmlHttpRequest,
  axios,
  got,
  kafkajs,
  ky,
  ofetch,
  requests,
  httpx,
  aiohttpClient,
  goHttpClient,
  resty,
  nodeEnvironment,
  pythonEnvironment,
  nestjsMicroservices,
  redisEvents,
  bullmq,
  awsMessaging,
  nats,
  amqplib,
  goEnvironment,
  javascriptValues,
  pythonValues,
  goValues,
]
