/** A process that reads every text once and says how long it took and how much memory it held: started by `read.ts`. */
import { allTexts } from './bench-texts.ts'
import { tokens } from './tokens.ts'

const start = performance.now()
if (process.argv[2] === 'words') for (const { bytes } of allTexts()) tokens(bytes)
else {
  const { readBook } = await import('#book/read-book.ts')
  const { readDocument } = await import('#text/read-document.ts')
  for (const text of allTexts()) {
    const document = await readDocument(text)
    if (!document.ok) throw new Error(document.problem.what)
    readBook(document.value)
  }
}
console.log(JSON.stringify({ ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024 }))
