import { inject } from 'vitest'
import { emptyDatabase, openTestDatabase } from './database.ts'

// Before a test file is read, so that whatever it imports finds the database of this worker, with nothing in it.
const name = `${inject('databasePrefix')}${process.env.VITEST_POOL_ID}`
const database = await openTestDatabase(inject('testServer'), name)
await emptyDatabase(database.client)
await database.client.end()

process.env.DATABASE_URL = database.url
process.env.DATABASE_DIRECT_URL = database.url
process.env.AUTH_SECRET = 'a secret of the tests, good for nothing else'
process.env.PASS_SECRET = 'another secret of the tests, for the passes'
process.env.LOG_LEVEL ??= 'silent'
