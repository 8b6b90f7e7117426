// Drives the published schema engine: one JSON request per line in, one JSON answer per line out. A request is a list of
// calls to one engine; the answer is that of the last.
// Its one argument is the folder in which the reference is installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const root = pathToFileURL(process.argv[2] + '/')
const { introspectionFactory, openRaw } = await import(new URL('lib/database.js', root))
const { diff } = await import(new URL('lib/schema-engine.js', root))
const { instantiate, require, takePanic } = await import(new URL('lib/wasm.js', root))
const utils = require('@prisma/driver-adapter-utils')
const bytes = readFileSync(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
const glue = await import(pathToFileURL(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')))
const { SchemaEngine } = instantiate(glue, bytes, './schema_engine_bg.js')

/** An empty database to try migrations on, and how to be rid of it. */
async function shadowOf(provider, url) {
  if (provider === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'shadow-'))
    return { url: `file:${join(folder, 's.db')}`, drop: async () => rmSync(folder, { recursive: true }) }
  }
  const name = `shadow_${process.pid}_${Date.now()}`
  const server = async (sql) => {
    const connection = await openRaw(provider, url)
    await connection.run(sql)
    await connection.close()
  }
  await server(`CREATE DATABASE ${name}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return { url: address.toString(), drop: () => server(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** Compares two schemas without a database. */
async function compare({ provider, offline: { from, to, script } }) {
  const side = (files) => (files ? { files: Object.entries(files) } : { empty: true })
  try {
    return { result: await diff({ provider: from || to ? undefined : provider, from: side(from), to: side(to), script }) }
  } catch (thrown) {
    return { error: String(thrown.message ?? thrown) }
  }
}

async function run({ provider, url, schema, calls }) {
  const factory = introspectionFactory(provider, url)
  const opened = []
  const shadows = []
  const connect = async () => {
    const connection = await factory.connect()
    opened.push(connection)
    return connection
  }
  const tracked = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: async () => {
      const shadow = await shadowOf(provider, url)
      shadows.push(shadow)
      const connection = await introspectionFactory(provider, shadow.url).connect()
      opened.push(connection)
      // The engine sends a whole migration as one statement, which this driver takes only as a script.
      if (provider === 'sqlite') connection.executeRaw = async ({ sql }) => (await connection.executeScript(sql), 0)
      return connection
    },
  }
  try {
    const adapter = utils.bindMigrationAwareSqlAdapterFactory(tracked)
    const engine = await SchemaEngine.new({ datamodels: Object.entries(schema) }, () => {}, adapter)
    let result
    for (const { method, params } of calls) result = await engine[method](params)
    return { result: result ?? null }
  } catch (thrown) {
    const error = takePanic() ?? thrown
    return { error: String(error.message ?? error), code: error.code ?? null }
  } finally {
    for (const connection of opened) await connection.dispose().catch(() => {})
    for (const shadow of shadows) await shadow.drop()
  }
}

const answer = (request) => (request.offline ? compare(request) : run(request))

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n')
}
