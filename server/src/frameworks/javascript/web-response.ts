import { framework } from '../framework.ts';

/** The `Response` of the Web: what Workers, Deno and Bun answer with, and most frameworks take beside their own. */
export const webResponse = framework({
  name: 'web-response',
  title: 'Web Response',
  family: 'javascript',
  side: 'server',
  imports: [
    '@cloudflare/workers-types',
    'cloudflare:*',
    'bun',
    'node-fetch',
    'undici',
    '@remix-run/*',
    '@vercel/remix',
    '@whatwg-node/*',
    '@edge-runtime/*',
    '@std/http',
    'jsr:@std/http*',
    'https://deno.land/std*',
  ],
  withoutImport: true,
  receivers: {
    REQ: { names: ['request', 'req', '_request', '_req'], types: ['Request'] },
    RES: {
      names: [],
      made: ['new Response(...REST)', 'Response.json(...REST)', 'Response.redirect(...REST)'],
    },
  },
  set: ['RES.headers.set(NAME, VALUE)', 'RES.headers.append(NAME, VALUE)'],
  make: [
    'new Response(BODY?, { status: STATUS?, headers: HEADERS? })',
    'Response.json(BODY, { status: STATUS?, headers: HEADERS? })',
    ['Response.redirect(URL, STATUS?)', { status: 302 }],
  ],
  defaultStatus: { any: 200 },
  routeFiles: [{ path: /(?:^|\/)functions\/(?<path>.+)\.[jt]s$/, exports: pagesFunctions() }],
  idioms: {
    sendEmpty: 'new Response(null, { status: STATUS })',
    requestUrl: 'REQ.url',
    sendJson: 'Response.json(BODY, { status: STATUS })',
  },
});

/** Cloudflare Pages names the functions of a file by their methods. */
function pagesFunctions(): Readonly<Record<string, string>> {
  const methods = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'];
  return Object.fromEntries([
    ...methods.map((method) => [`onRequest${method}`, method.toUpperCase()]),
    ['onRequest', ''],
  ]);
}
