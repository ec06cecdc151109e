import { framework } from '../framework.ts';

export const nextPages = framework({
  name: 'next-pages',
  title: 'Next.js API routes',
  family: 'javascript',
  side: 'server',
  imports: ['next', 'next/types', 'next-connect', 'next-api-middleware'],
  withoutImport: true,
  signs: /\bNextApiRe(?:quest|sponse)\b/,
  receivers: {
    RES: {
      names: ['res', 'response', '_res'],
      types: ['NextApiResponse'],
      beside: ['req', 'request', '_req', '_', 'err', 'error'],
      written: ['CTX.res'],
    },
    REQ: { names: ['req', 'request', '_req'], types: ['NextApiRequest'] },
    CTX: {
      names: ['ctx', 'context'],
      types: ['NextPageContext', 'GetServerSidePropsContext', 'AppContext', 'DocumentContext'],
      written: ['PROPS.ctx'],
    },
    APP: {
      names: ['handler', 'router', 'apiRoute'],
      made: ['nextConnect(...OPTIONS)', 'nc(...OPTIONS)', 'createRouter(...OPTIONS)'],
    },
  },
  set: [
    'RES.status(STATUS)',
    'RES.statusCode = STATUS',
    'RES.setHeader(NAME, VALUE)',
    'RES.appendHeader(NAME, VALUE)',
    'RES.writeHead(STATUS, HEADERS?)',
    'RES.writeHead(STATUS, PHRASE, HEADERS?)',
    'RES.write(BODY)',
  ],
  send: [
    'RES.json(BODY?)',
    'RES.send(BODY?)',
    'RES.end(BODY?)',
    ['RES.redirect(URL)', { status: 307, overrides: true }],
    'RES.redirect(STATUS, URL)',
  ],
  // getServerSideProps and getStaticProps
  make: [
    ['({ notFound: true })', { status: 404, body: 'present' }],
    '({ redirect: { destination: URL, statusCode: STATUS } })',
    ['({ redirect: { destination: URL, permanent: true } })', { status: 308 }],
    ['({ redirect: { destination: URL } })', { status: 307 }],
  ],
  objectsIn: { functions: ['getServerSideProps', 'getStaticProps'], parameters: ['ctx'] },
  defaultStatus: { any: 200 },
  routes: ['APP.METHOD(PATH, ...HANDLERS)', 'APP.METHOD(...HANDLERS)'],
  mounts: ['APP.use(...HANDLERS)'],
  routeFiles: [
    { path: /(?:^|\/)pages\/(?<path>api\/.+)\.[jt]sx?$/, exports: 'default' },
    {
      path: /(?:^|\/)pages\/(?!api\/)(?<path>.+)\.[jt]sx?$/,
      exports: { getServerSideProps: 'GET', getStaticProps: 'GET' },
    },
  ],
  authentication: { principal: ['REQ.user', 'REQ.session.user'] },
  idioms: {
    setHeader: 'RES.setHeader(NAME, VALUE)',
    chains: true,
    sendEmpty: 'RES.end()',
    requestUrl: 'REQ.url',
    sendJson: 'RES.status(STATUS).json(BODY)',
  },
});
