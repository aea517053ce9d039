/**
 * How a framework says it: routes, mounts, clients, environment variables, as data, one file a framework. The engine reads
 * outlines by these rules and gives facts of one blob. Deliberately absent: syntax (the languages know it), other files
 * (facts are joined later), and anything but names and origins as a reason to believe that a call is a request.
 */
import type { Framework } from '../domain/framework.js'
import { actixWeb } from './actix-web.js'
import { aiohttpClient } from './aiohttp-client.js'
import { amqp091 } from './amqp091.js'
import { amqplib } from './amqplib.js'
import { aspnetMinimal } from './aspnet-minimal.js'
import { aspnetMvc } from './aspnet-mvc.js'
import { awsMessaging } from './aws-messaging.js'
import { axios } from './axios.js'
import { axum } from './axum.js'
import { boto3Messaging } from './boto3-messaging.js'
import { bullmq } from './bullmq.js'
import { celery } from './celery.js'
import { chi } from './chi.js'
import { confluentKafkaGo } from './confluent-kafka-go.js'
import { confluentKafkaPython } from './confluent-kafka-python.js'
import { connectEs } from './connect-es.js'
import { connectGo } from './connect-go.js'
import { django } from './django.js'
import { djangoModels } from './django-models.js'
import { djangoNinja } from './django-ninja.js'
import { dotnetEnvironment } from './dotnet-environment.js'
import { dotnetHttpClient } from './dotnet-http-client.js'
import { dotnetTelemetry } from './dotnet-telemetry.js'
import { dotnetValues } from './dotnet-values.js'
import { drizzle } from './drizzle.js'
import { echo } from './echo.js'
import { express } from './express.js'
import { faraday } from './faraday.js'
import { fastapi } from './fastapi.js'
import { fastify } from './fastify.js'
import { feign } from './feign.js'
import { fetch } from './fetch.js'
import { flask } from './flask.js'
import { flaskRestful } from './flask-restful.js'
import { flaskRestx } from './flask-restx.js'
import { franzGo } from './franz-go.js'
import { gin } from './gin.js'
import { goEnvironment } from './go-environment.js'
import { goFlags } from './go-flags.js'
import { goHttpClient } from './go-http-client.js'
import { goLogs } from './go-logs.js'
import { goModels } from './go-models.js'
import { goTelemetry } from './go-telemetry.js'
import { goValues } from './go-values.js'
import { golangJwt } from './golang-jwt.js'
import { gorillaMux } from './gorilla-mux.js'
import { got } from './got.js'
import { gqlgen } from './gqlgen.js'
import { graphene } from './graphene.js'
import { graphqlClients } from './graphql-clients.js'
import { graphqlDecorators } from './graphql-decorators.js'
import { graphqlPython } from './graphql-python.js'
import { graphqlServers } from './graphql-servers.js'
import { grpcGo } from './grpc-go.js'
import { grpcJs } from './grpc-js.js'
import { grpcPython } from './grpc-python.js'
import { guzzle } from './guzzle.js'
import { hono } from './hono.js'
import { httpExchange } from './http-exchange.js'
import { httparty } from './httparty.js'
import { httpx } from './httpx.js'
import { javaEnvironment } from './java-environment.js'
import { javaFlags } from './java-flags.js'
import { javaHttpClient } from './java-http-client.js'
import { javaTelemetry } from './java-telemetry.js'
import { javaValues } from './java-values.js'
import { javascriptFlags } from './javascript-flags.js'
import { javascriptLogs } from './javascript-logs.js'
import { javascriptTelemetry } from './javascript-telemetry.js'
import { javascriptValues } from './javascript-values.js'
import { jaxrs } from './jaxrs.js'
import { jpa } from './jpa.js'
import { jwt } from './jwt.js'
import { kafkaGo } from './kafka-go.js'
import { kafkaPython } from './kafka-python.js'
import { kafkajs } from './kafkajs.js'
import { knex } from './knex.js'
import { knexSchema } from './knex-schema.js'
import { koa } from './koa.js'
import { ktor } from './ktor.js'
import { ktorClient } from './ktor-client.js'
import { ky } from './ky.js'
import { laravel } from './laravel.js'
import { laravelHttp } from './laravel-http.js'
import { laravelSchema } from './laravel-schema.js'
import { microprofileClient } from './microprofile-client.js'
import { nats } from './nats.js'
import { natsGo } from './nats-go.js'
import { natsPy } from './nats-py.js'
import { nestjs } from './nestjs.js'
import { nestjsGrpc } from './nestjs-grpc.js'
import { nestjsMicroservices } from './nestjs-microservices.js'
import { netHttp } from './net-http.js'
import { next } from './next.js'
import { nodeEnvironment } from './node-environment.js'
import { ofetch } from './ofetch.js'
import { okhttp } from './okhttp.js'
import { phpEnvironment } from './php-environment.js'
import { phpValues } from './php-values.js'
import { pika } from './pika.js'
import { prisma } from './prisma.js'
import { pyjwt } from './pyjwt.js'
import { pythonEnvironment } from './python-environment.js'
import { pythonFlags } from './python-flags.js'
import { pythonLogs } from './python-logs.js'
import { pythonTelemetry } from './python-telemetry.js'
import { pythonValues } from './python-values.js'
import { rails } from './rails.js'
import { railsSchema } from './rails-schema.js'
import { redisEvents } from './redis-events.js'
import { redisPy } from './redis-py.js'
import { refit } from './refit.js'
import { requests } from './requests.js'
import { reqwest } from './reqwest.js'
import { restClient } from './rest-client.js'
import { resty } from './resty.js'
import { retrofit } from './retrofit.js'
import { rtkQuery } from './rtk-query.js'
import { rubyEnvironment } from './ruby-environment.js'
import { rubyNetHttp } from './ruby-net-http.js'
import { rubyValues } from './ruby-values.js'
import { rustBuildEnvironment } from './rust-build-environment.js'
import { rustEnvironment } from './rust-environment.js'
import { rustValues } from './rust-values.js'
import { sarama } from './sarama.js'
import { sequelize } from './sequelize.js'
import { sinatra } from './sinatra.js'
import { spring } from './spring.js'
import { springClient } from './spring-client.js'
import { springRouter } from './spring-router.js'
import { springSettings } from './spring-settings.js'
import { sqlTexts } from './sql-texts.js'
import { sqlalchemy } from './sqlalchemy.js'
import { strawberry } from './strawberry.js'
import { swr } from './swr.js'
import { symfony } from './symfony.js'
import { symfonyHttpClient } from './symfony-http-client.js'
import { typeorm } from './typeorm.js'
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
  flaskRestx,
  django,
  djangoNinja,
  rails,
  sinatra,
  netHttp,
  gin,
  echo,
  chi,
  gorillaMux,
  spring,
  springRouter,
  ktor,
  ktorClient,
  jaxrs,
  springClient,
  feign,
  httpExchange,
  retrofit,
  microprofileClient,
  okhttp,
  javaHttpClient,
  javaEnvironment,
  springSettings,
  javaValues,
  aspnetMvc,
  aspnetMinimal,
  dotnetHttpClient,
  refit,
  dotnetEnvironment,
  dotnetValues,
  fetch,
  laravel,
  symfony,
  xmlHttpRequest,
  axios,
  got,
  kafkajs,
  rtkQuery,
  swr,
  gqlgen,
  graphene,
  strawberry,
  graphqlDecorators,
  graphqlServers,
  graphqlPython,
  graphqlClients,
  nestjsGrpc,
  connectGo,
  connectEs,
  grpcJs,
  grpcPython,
  grpcGo,
  amqp091,
  natsGo,
  franzGo,
  confluentKafkaGo,
  kafkaGo,
  sarama,
  redisPy,
  natsPy,
  boto3Messaging,
  pika,
  confluentKafkaPython,
  kafkaPython,
  celery,
  nestjsMicroservices,
  redisEvents,
  bullmq,
  awsMessaging,
  nats,
  amqplib,
  ky,
  ofetch,
  axum,
  actixWeb,
  reqwest,
  rustValues,
  rustEnvironment,
  rustBuildEnvironment,
  requests,
  httpx,
  aiohttpClient,
  goHttpClient,
  resty,
  faraday,
  httparty,
  restClient,
  rubyNetHttp,
  rubyValues,
  rubyEnvironment,
  guzzle,
  laravelHttp,
  symfonyHttpClient,
  nodeEnvironment,
  phpEnvironment,
  pythonEnvironment,
  goEnvironment,
  sqlTexts,
  laravelSchema,
  knexSchema,
  railsSchema,
  golangJwt,
  pyjwt,
  jwt,
  goLogs,
  pythonLogs,
  javascriptLogs,
  dotnetTelemetry,
  javaTelemetry,
  goTelemetry,
  pythonTelemetry,
  javascriptTelemetry,
  javaFlags,
  javascriptFlags,
  pythonFlags,
  goFlags,
  typeorm,
  sqlalchemy,
  sequelize,
  prisma,
  knex,
  jpa,
  goModels,
  drizzle,
  djangoModels,
  javascriptValues,
  phpValues,
  pythonValues,
  goValues,
]
