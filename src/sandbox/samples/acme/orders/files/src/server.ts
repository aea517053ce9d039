import pg from 'pg'
import { createApp } from './app.js'
import { PostgresOrderStore } from './postgres-order-store.js'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
const port = Number(process.env.PORT ?? 4001)

createApp(new PostgresOrderStore(pool)).listen(port, () => {
  console.log(`orders listens on ${port}`)
})
