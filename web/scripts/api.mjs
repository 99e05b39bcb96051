// Generates src/api/schema.ts (types) and src/api/routes.ts (operationId to method and
// path) from docs/openapi.json; with --check only says whether they are stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL(process.env.OPENAPI ?? '../../docs/openapi.json', import.meta.url)
const head = '// Generated from docs/openapi.json by `npm run api`. Do not edit.\n\n'
const prefix = '/api/v1'

function routes(document) {
  const lines = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId && path.startsWith(prefix))
      .map(
        ([method, operation]) =>
          `  '${operation.operationId}': ['${method.toUpperCase()}', '${path.slice(prefix.length)}'],\n`,
      ),
  )
  return `${head}export const routes = {\n${lines.sort().join('')}} as const\n`
}

const files = {
  'schema.ts':
    head + astToString(await openapiTS(source, { alphabetize: true, defaultNonNullable: false })),
  'routes.ts': routes(JSON.parse(readFileSync(source, 'utf8'))),
}

let stale = false
for (const [name, text] of Object.entries(files)) {
  const target = fileURLToPath(new URL(`../src/api/${name}`, import.meta.url))
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text)
    continue
  }
  let present = ''
  try {
    present = readFileSync(target, 'utf8')
  } catch {
    // A missing file is a stale file.
  }
  if (present !== text) {
    stale = true
    console.error(`src/api/${name} is stale: docs/openapi.json has changed. Run \`npm run api\`.`)
  }
}
process.exit(stale ? 1 : 0)
