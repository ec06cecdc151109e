import { framework } from '../framework.ts';

export const nextApp = framework({
  name: 'next-app',
  title: 'Next.js route handlers',
  family: 'javascript',
  side: 'server',
  imports: ['next/server', 'next/navigation', 'next/headers', 'next-safe-action'],
  receivers: {
    REQ: { names: ['request', 'req', '_request', '_req'], types: ['Request', 'NextRequest'] },
    RES: {
      names: ['response', 'res'],
      types: ['NextResponse'],
      made: ['new NextResponse(...REST)', 'NextResponse.json(...REST)', 'NextResponse.next(...REST)'],
    },
  },
  set: ['RES.headers.set(NAME, VALUE)', 'RES.headers.append(NAME, VALUE)'],
  make: [
    'NextResponse.json(BODY, { status: STATUS?, headers: HEADERS? })',
    'new NextResponse(BODY?, { status: STATUS?, headers: HEADERS? })',
    ['NextResponse.redirect(URL, { status: STATUS?, headers: HEADERS? })', { status: 307 }],
    ['NextResponse.redirect(URL, STATUS)', { status: 307 }],
    ['NextResponse.rewrite(TARGET, { status: STATUS, headers: HEADERS? })', { body: 'present' }],
  ],
  raiseNow: [
    ['redirect(URL, ...REST)', { status: 307 }],
    ['permanentRedirect(URL, ...REST)', { status: 308 }],
    ['notFound()', { status: 404, body: 'present' }],
    ['forbidden()', { status: 403, body: 'present' }],
    ['unauthorized()', { status: 401, body: 'present' }],
  ],
  defaultStatus: { any: 200 },
  routeFiles: [{ path: /(?:^|\/)app\/(?<path>.+)\/route\.[jt]sx?$/, exports: 'methods' }],
  authentication: { required: ['auth', 'withAuth', 'withApiAuthRequired'] },
  idioms: {
    setHeader: 'RES.headers.set(NAME, VALUE)',
    sendEmpty: 'new NextResponse(null, { status: STATUS })',
    requestUrl: 'REQ.url',
    sendJson: 'NextResponse.json(BODY, { status: STATUS })',
  },
});
