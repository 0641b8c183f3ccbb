import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** Builds the library: src/determinations/library.ts as one ES module for Node and browsers, with its types beside it. */

const top = import.meta.dirname
const out = process.env['STEWARD_LIBRARY_OUT'] ?? join(top, 'dist/library')

export default defineConfig({
  root: top,
  publicDir: false,
  resolve: { alias: [{ find: /^#/, replacement: `${join(top, 'src')}/` }] },
  build: { target: 'es2024', outDir: out, emptyOutDir: true, minify: false, lib: { entry: join(top, 'src/determinations/library.ts'), formats: ['es'], fileName: 'steward' } },
  plugins: [declarations()],
})

/** Types by the compiler, with our short names of folders written out as paths. */
function declarations(): Plugin {
  return {
    name: 'declarations',
    writeBundle() {
      const types = join(out, 'types')
      const settings = join(out, 'tsconfig.json')
      writeFileSync(settings, JSON.stringify({ extends: join(top, 'tsconfig.json'), compilerOptions: { typeRoots: [join(top, 'node_modules/@types')], noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: join(top, 'src'), outDir: types }, include: [], files: [join(top, 'src/determinations/library.ts')] }))
      execFileSync(process.execPath, [join(top, 'node_modules/typescript/bin/tsc'), '-p', settings], { stdio: 'pipe' })
      rmSync(settings)
      for (const path of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
        if (!path.endsWith('.d.ts')) continue
        const file = join(types, path)
        const plain = readFileSync(file, 'utf8').replace(/(['"])#([^'"]+)\.ts\1/g, (_, quote: string, name: string) => {
          const to = relative(dirname(file), join(types, name)).replaceAll('\\', '/')
          return `${quote}${to.startsWith('.') ? to : `./${to}`}.js${quote}`
        })
        writeFileSync(file, plain.replace(/(['"])(\.[^'"]+)\.ts\1/g, '$1$2.js$1'))
      }
    },
  }
}
