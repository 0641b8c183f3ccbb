import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { sourcesHash } from '../app-files.ts'

/** One build, two outcomes: the pages for the browser, and the same pages for the server to write their first text. */

const out = process.env['STEWARD_APP_OUT'] ?? fileURLToPath(new URL('../../../dist/app', import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Without it the server's half would carry the slow, talkative React of development.
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [react(), packAssets()],
  publicDir: false,
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, cssCodeSplit: false, emptyOutDir: true },
  environments: {
    client: { build: { outDir: join(out, 'client'), manifest: true, rolldownOptions: { input: ['entry-client.tsx', 'jump-first.ts', 'print-now.ts'], output: { codeSplitting: { groups: [{ name: 'room', minShareCount: 2 }] } } } } },
    ssr: { resolve: { noExternal: true }, build: { ssr: true, outDir: join(out, 'server'), rolldownOptions: { input: 'entry-server.tsx', checks: { ineffectiveDynamicImport: false } } } },
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'ssr']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
      writeFileSync(join(out, 'built-from.txt'), sourcesHash())
    },
  },
})

/** Scripts and styles are packed once, as tightly as can be, not at every request. */
function packAssets(): Plugin {
  return {
    name: 'pack-assets',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle(options) {
      const folder = join(options.dir ?? out, 'assets')
      for (const name of readdirSync(folder).filter((it) => /\.(js|css|svg)$/.test(it))) {
        const bytes = readFileSync(join(folder, name))
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
