import { openDataFolder } from '#store/data-folder.ts'
import { openImportStore } from '#store/import-store.ts'
import { openShelf } from '#store/shelf.ts'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'

/** Puts one agreement after the other on a shelf and says so when each is there, until somebody kills it. */

const folder = await openDataFolder(process.argv[2] ?? '')
const store = openImportStore(folder)
const shelf = await openShelf(folder)
for (let number = 1; ; number++) {
  const bytes = new TextEncoder().encode(`ARTICLE 1 HOURS\n\n1.1 The day has ${process.pid}${number} minutes.\n`)
  const taken = await store.receive(`${number}.txt`, only(bytes), 1_000_000)
  const document = await readDocument({ name: `${number}.txt`, bytes })
  if (!taken.ok || !document.ok) throw new Error('the writer could not read its own text')
  const added = await shelf.add({ path: store.path(taken.value.sha256), name: taken.value.name, bytes: bytes.length, addedOn: '2026-01-05' }, document.value, readBook(document.value))
  if (!added.ok) throw new Error(added.problem.what)
  process.stdout.write(`${added.value.id}\n`)
  await store.discard(taken.value.sha256)
}

async function* only(bytes: Uint8Array) {
  yield bytes
}
