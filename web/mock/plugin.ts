import type { IncomingMessage } from 'node:http'
import type { Connect, Plugin } from 'vite'
import { answer } from './routes'

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
  })
}

function serve(middlewares: Connect.Server): void {
  middlewares.use('/api/v1', (request, response) => {
    void read(request).then((body) => {
      const reply = answer({
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers: request.headers,
        body,
      })
      setTimeout(() => {
        response.statusCode = reply.status
        response.setHeader('content-type', reply.type)
        if (reply.disposition) response.setHeader('content-disposition', reply.disposition)
        response.end(reply.body)
      }, 60)
    })
  })
}

/** Answers /api in `npm run dev` and `npm run preview` with synthetic data; no build carries it. */
export function mockServer(): Plugin {
  return {
    name: 'doudi-mock',
    apply: 'serve',
    configureServer: (server) => serve(server.middlewares),
    configurePreviewServer: (server) => serve(server.middlewares),
  }
}
