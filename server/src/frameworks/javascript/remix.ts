import { framework } from '../framework.ts';

/** Remix 1 and 2, and React Router 7, which goes on from it. */
export const remix = framework({
  name: 'remix',
  title: 'Remix',
  family: 'javascript',
  side: 'server',
  imports: [
    '@remix-run/node',
    '@remix-run/cloudflare',
    '@remix-run/deno',
    '@remix-run/server-runtime',
    '@remix-run/router',
    '@vercel/remix',
    '@netlify/remix-runtime',
    '@shopify/remix-oxygen',
    'remix',
    'react-router',
    'react-router-dom',
  ],
  receivers: { REQ: { names: ['request', 'req'], types: ['Request'] } },
  showsThrown: true,
  make: [
    'json(BODY, STATUS)',
    'json(BODY, { status: STATUS?, headers: HEADERS? })',
    'data(BODY, STATUS)',
    'data(BODY, { status: STATUS?, headers: HEADERS? })',
    'defer(BODY, STATUS)',
    'defer(BODY, { status: STATUS?, headers: HEADERS? })',
    ['redirect(URL, STATUS)', { status: 302 }],
    ['redirect(URL, { status: STATUS?, headers: HEADERS? })', { status: 302 }],
    ['redirectDocument(URL, STATUS)', { status: 302 }],
    ['redirectDocument(URL, { status: STATUS?, headers: HEADERS? })', { status: 302 }],
    ['replace(URL, STATUS)', { status: 302 }],
    ['replace(URL, { status: STATUS?, headers: HEADERS? })', { status: 302 }],
  ],
  defaultStatus: { any: 200 },
  // `books.$id.tsx` writes its path with dots
  routeFiles: [
    { path: /(?:^|\/)app\/routes\/(?:(?<path>[\w$-]+)|.+)\.[jt]sx?$/, exports: { loader: 'GET', action: '' } },
  ],
  idioms: {
    sendEmpty: 'new Response(null, { status: STATUS })',
    requestUrl: 'REQ.url',
    sendJson: 'data(BODY, { status: STATUS })',
  },
});
