const { PrismaClient, Prisma } = require('@prisma/client')
async function main() {
  const prisma = new PrismaClient({ log: [{ emit: 'event', level: 'query' }] })
  const seen = []
  prisma.$on('query', (event) => seen.push(event.query))
  const ada = await prisma.user.create({
    data: { email: 'ada@example.org', balance: '12.50', born: new Date('1815-12-10'), big: 9007199254740993n, data: { a: [1, null] }, posts: { create: [{ title: 'one' }, { title: 'two' }] } },
    include: { posts: true, _count: { select: { posts: true } } },
  })
  const checks = {}
  checks.created = ada.posts.length === 2 && ada._count.posts === 2 && ada.balance.equals('12.5') && ada.big === 9007199254740993n
  checks.read = (await prisma.user.findUnique({ where: { email: 'ada@example.org' } })).born.toISOString() === '1815-12-10T00:00:00.000Z'
  const many = await Promise.all([1, 2, 1].map((id) => prisma.post.findUnique({ where: { id } })))
  checks.batched = many.map((post) => post.title).join() === 'one,two,one'
  checks.count = (await prisma.post.count({ where: { author: { is: { email: { contains: 'ada' } } } } })) === 2
  checks.unique = await prisma.user.create({ data: { email: 'ada@example.org' } }).then(() => false, (error) => error.code === 'P2002')
  checks.missing = await prisma.user.update({ where: { id: 99 }, data: { email: 'x' } }).then(() => false, (error) => error.code === 'P2025')
  checks.invalid = await prisma.user.findMany({ where: { nope: 1 } }).then(() => false, (error) => error instanceof Prisma.PrismaClientValidationError && error.message.includes('Unknown argument `nope`'))
  checks.transaction = (await prisma.$transaction([prisma.post.deleteMany(), prisma.post.count()]))[1] === 0
  checks.rolledBack = await prisma.$transaction(async (tx) => { await tx.user.deleteMany(); throw new Error('no') }).then(() => false, async () => (await prisma.user.count()) === 1)
  checks.committed = await prisma.$transaction(async (tx) => { await tx.user.update({ where: { id: 1 }, data: { balance: { increment: 1 } } }); return (await tx.user.findFirst()).balance.equals('13.5') })
  checks.raw = (await prisma.$queryRaw`SELECT email FROM User WHERE id = ${1}`)[0].email === 'ada@example.org'
  checks.executed = (await prisma.$executeRaw`UPDATE User SET email = ${'b'} WHERE id = ${1}`) === 1
  checks.logged = seen.some((sql) => sql.includes('INSERT'))
  await prisma.$disconnect()
  console.log(JSON.stringify(checks))
}
main().catch((error) => { console.log(error); process.exit(1) })
