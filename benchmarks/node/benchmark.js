// The operations of the benchmarks with Prisma on Node, written as its documentation recommends. One caller, one
// connection, which lives as long as the client, as that of the Java libraries does. The numbers have the form of those
// of the Java programs: warmed up, medians of rounds, the written tables as they were before each round.
import { spawnSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@prisma/client'

const [file, warmup, slice, mostRounds] = [process.argv[2], ...process.argv.slice(3).map(Number)]
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 1 }) })

// The thread that runs JavaScript shares a processor with the server, as the callers of the Java libraries do.
const processor = process.env.PRISMA4J_BENCHMARKS_PROCESSOR
if (processor && spawnSync('taskset', ['-cp', processor, String(process.pid)]).status !== 0) {
  throw new Error(`taskset does not hold Node on processor ${processor}, as the Java callers are`)
}

// Goes round from 1 to the end, and starts again with each round of measuring.
let number = 0
let amount = 1000
const next = (last) => (number = number >= last ? 1 : number + 1)
let customer = 1000
const newCustomer = () => {
  const n = ++customer
  return { email: `customer${n}@example.com`, name: `Customer ${n}`, age: 18 + (n % 60), balance: 100 }
}
const purchases = Array.from({ length: 10 }, (_, i) => ({
  product: `Product ${i + 1}`, quantity: i + 1, price: 9.5 * (i + 1),
}))
const events = (count) => Array.from({ length: count }, (_, i) => ({
  id: i + 1, kind: `kind${(i + 1) % 7}`, amount: (i + 1) % 1000, payload: `What happened at event ${i + 1}`,
}))
const thousand = events(1000)
const hundredThousand = events(100000)
const range = (from, count) => ({ gte: from, lt: from + count })
const byId = { orderBy: { id: 'asc' } }
const rows = (take) => () => prisma.post.findMany({ ...byId, take })

const operations = {
  findUnique: () => prisma.user.findUnique({ where: { id: next(1000) } }),
  findFirst: () => prisma.user.findFirst({
    where: { country: 'Chad', age: { gte: 20 + next(40) }, verified: true }, ...byId,
  }),
  findMany10: rows(10),
  findMany100: rows(100),
  findMany1000: rows(1000),
  findMany10000: rows(10000),
  page: () => prisma.user.findMany({
    where: { age: { gte: 30 }, verified: true }, orderBy: { username: 'desc' }, skip: next(100), take: 20,
  }),
  includeOneToMany: () => prisma.user.findMany({
    where: { id: range(next(900), 100) }, ...byId, include: { posts: byId },
  }),
  includeTwoLevels: () => prisma.user.findMany({
    where: { id: range(next(970), 30) }, ...byId, include: { posts: { ...byId, include: { comments: byId } } },
  }),
  includeManyToMany: () => prisma.post.findMany({
    where: { id: range(next(9900), 100) }, ...byId, include: { tags: byId },
  }),
  selectThreeOfTwenty: () => prisma.wide.findMany({ ...byId, take: 500, select: { id: true, s1: true, i1: true } }),
  count: () => prisma.user.count({ where: { age: { gte: 20 + next(50) } } }),
  groupBy: () => prisma.user.groupBy({
    by: ['country'], orderBy: { country: 'asc' }, _count: { _all: true }, _avg: { age: true },
  }),
  create: () => prisma.customer.create({ data: newCustomer() }),
  createNested: () => prisma.customer.create({
    data: { ...newCustomer(), purchases: { create: purchases } }, include: { purchases: true },
  }),
  createMany1000: () => prisma.event.createMany({ data: thousand }),
  createMany100000: () => prisma.event.createMany({ data: hundredThousand }),
  update: () => prisma.customer.update({ where: { id: next(1000) }, data: { balance: ++amount % 1000 } }),
  upsert: () => {
    const create = newCustomer()
    if (customer % 2 === 0) create.email = `customer${(customer % 1000) + 1}@example.com`
    return prisma.customer.upsert({ where: { email: create.email }, create, update: { balance: create.balance } })
  },
  updateMany: () => prisma.customer.updateMany({ where: { age: { gte: 50 } }, data: { balance: { increment: 1 } } }),
  transactionOfFive: () => prisma.$transaction(async (tx) => {
    const { id } = await tx.customer.create({ data: newCustomer() })
    const purchase = await tx.purchase.create({ data: { ...purchases[0], customerId: id } })
    await tx.purchase.create({ data: { ...purchases[1], customerId: id } })
    await tx.customer.update({ where: { id }, data: { balance: 50 } })
    await tx.purchase.delete({ where: { id: purchase.id } })
  }),
}

const reset = async () => {
  await prisma.$executeRawUnsafe('TRUNCATE "purchases", "customers", "events" RESTART IDENTITY')
  await prisma.$executeRawUnsafe(
    `INSERT INTO "customers" ("email", "name", "age", "balance") SELECT 'customer' || i || '@example.com',
     'Customer ' || i, 18 + i % 60, 100 FROM generate_series(1, 1000) AS i`)
  await prisma.$executeRawUnsafe('ANALYZE "customers"')
  customer = amount = 1000
  number = 0
}

// Runs an operation for so long and gives the microseconds per call. New rows in large numbers need an empty table each.
const measure = async (name, run, time) => {
  const many = name.startsWith('createMany')
  let spent = 0n
  let calls = 0
  do {
    if (many) await prisma.$executeRawUnsafe('TRUNCATE "events"')
    const start = process.hrtime.bigint()
    await run()
    spent += process.hrtime.bigint() - start
    calls++
  } while (spent < BigInt(time) * 1000000n)
  return Number(spent) / 1000 / calls
}

const samples = []
for (const [name, run] of Object.entries(operations)) {
  const micros = []
  await reset()
  const start = process.hrtime.bigint()
  const first = await measure(name, run, warmup)
  const spent = Number(process.hrtime.bigint() - start) / 1e6
  // What takes longer than its warm-up was to take has fewer rounds, and what takes ten seconds is warm by then.
  if (spent > 10_000) micros.push(first)
  const rounds = spent > 10_000 ? 0 : spent > 3 * warmup ? Math.min(3, mostRounds) : mostRounds
  for (let round = 0; round < rounds; round++) {
    await reset()
    micros.push(await measure(name, run, slice))
  }
  samples.push({ venue: 'postgresql', operation: name, library: 'node', micros, bytes: [], callerMicros: [] })
  const median = [...micros].sort((a, b) => a - b)[Math.floor(micros.length / 2)]
  console.log(`postgresql ${name} node ${median.toFixed(1)} us`)
}
await reset()
await prisma.$disconnect()
// Whole or not at all.
writeFileSync(`${file}.half`, JSON.stringify(samples))
renameSync(`${file}.half`, file)
