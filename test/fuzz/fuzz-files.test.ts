import { expect, test } from 'vitest'
import { brokenFile } from './broken-file.ts'
import { readBroken } from './read-broken.ts'

test('two hundred broken files of every kind are read or refused in words, and none fells the reader', async () => {
  const kinds = new Set<string>()
  for (let number = 0; number < 200; number++) {
    const file = brokenFile(number, 7)
    kinds.add(file.kind)
    if (file.kind === 'scan' || file.kind === 'picture') continue
    const fate = await readBroken(file)
    expect(fate.fell, `file ${number} (${file.kind}) of seed 7`).toBeNull()
    expect(fate.code).toMatch(/^(read|text\/[a-z-]+)$/)
  }
  expect(kinds.size).toBeGreaterThan(5)
})
