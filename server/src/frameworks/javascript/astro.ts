import { framework } from '../framework.ts';

/** Pages set the status of the response that is made of them; endpoints give a Web `Response` back. */
export const astro = framework({
  name: 'astro',
  title: 'Astro',
  family: 'javascript',
  side: 'server',
  imports: ['astro', 'astro/*', 'astro:*'],
  withoutImport: true,
  receivers: {
    RES: { names: [], written: ['Astro.response'] },
    CTX: { names: ['context', 'ctx'], types: ['APIContext', 'MiddlewareContext'], written: ['Astro'] },
  },
  set: ['RES.status = STATUS', 'RES.headers.set(NAME, VALUE)', 'RES.headers.append(NAME, VALUE)'],
  make: [['CTX.redirect(URL, STATUS?)', { status: 302 }]],
  completes: 'return',
  defaultStatus: { any: 200 },
  routeFiles: [{ path: /(?:^|\/)src\/pages\/(?!api\/auth\/\[\.\.\.nextauth)(?<path>.+)\.[jt]s$/, exports: 'methods' }],
  authentication: { principal: ['CTX.locals.user'] },
  idioms: {
    setHeader: 'Astro.response.headers.set(NAME, VALUE)',
    sendEmpty: 'new Response(null, { status: STATUS })',
    requestUrl: 'CTX.url.pathname',
    sendJson: 'Response.json(BODY, { status: STATUS })',
  },
});
