import type { Ecosystem, StatusCode } from './facts.ts';

/** How an ecosystem calls its constants. */
interface Spelling {
  /** How the page of a code calls the ecosystem. */
  readonly name: string;
  /** Its constant for 404 Not Found, which shows how it spells all others. */
  readonly notFound: string;
}

/** In the order the table of a page lists them. */
const spellings: Readonly<Record<Ecosystem, Spelling>> = {
  'http-status-codes': { name: 'JavaScript, http-status-codes', notFound: 'StatusCodes.NOT_FOUND' },
  'http-status': { name: 'JavaScript, http-status', notFound: 'status.NOT_FOUND' },
  'node-http2': { name: 'Node.js, http2.constants', notFound: 'constants.HTTP_STATUS_NOT_FOUND' },
  nest: { name: 'NestJS', notFound: 'HttpStatus.NOT_FOUND' },
  axios: { name: 'axios', notFound: 'HttpStatusCode.NotFound' },
  'python-http': { name: 'Python, http', notFound: 'HTTPStatus.NOT_FOUND' },
  starlette: { name: 'Starlette, FastAPI', notFound: 'status.HTTP_404_NOT_FOUND' },
  drf: { name: 'Django REST framework', notFound: 'status.HTTP_404_NOT_FOUND' },
  django: { name: 'Django', notFound: 'HttpResponseNotFound' },
  go: { name: 'Go, net/http', notFound: 'http.StatusNotFound' },
  spring: { name: 'Spring', notFound: 'HttpStatus.NOT_FOUND' },
  jaxrs: { name: 'Jakarta REST', notFound: 'Response.Status.NOT_FOUND' },
  servlet: { name: 'Jakarta Servlet', notFound: 'HttpServletResponse.SC_NOT_FOUND' },
  aspnet: { name: 'ASP.NET Core', notFound: 'StatusCodes.Status404NotFound' },
  dotnet: { name: '.NET, System.Net', notFound: 'HttpStatusCode.NotFound' },
  symfony: { name: 'Symfony, Laravel', notFound: 'Response::HTTP_NOT_FOUND' },
  rack: { name: 'Rack, Rails', notFound: ':not_found' },
  'rust-http': { name: 'Rust, http', notFound: 'StatusCode::NOT_FOUND' },
  rocket: { name: 'Rust, Rocket', notFound: 'Status::NotFound' },
};

/** All of them, in that order. */
export const ecosystems = Object.keys(spellings) as readonly Ecosystem[];

export function ecosystemLabel(ecosystem: Ecosystem): string {
  return spellings[ecosystem].name;
}

/** How an ecosystem writes the constant of a code that it calls by this name: `Bad Gateway` is `http.StatusBadGateway` in Go. */
export function spelledBy(ecosystem: Ecosystem, name: string, code: StatusCode): string {
  const words = name.replaceAll("'", '').split(/[^A-Za-z0-9]+/);
  const upper = words.join('_').toUpperCase();
  return spellings[ecosystem].notFound
    .replace('404', String(code))
    .replace('NOT_FOUND', upper)
    .replace('not_found', upper.toLowerCase())
    .replace('NotFound', words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(''));
}
