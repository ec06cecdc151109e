import type { Ecosystem } from './facts.ts';

/** How the page of a code calls an ecosystem; in the order its table lists them. */
export const ecosystemLabels: Readonly<Record<Ecosystem, string>> = {
  'http-status-codes': 'JavaScript, http-status-codes',
  'http-status': 'JavaScript, http-status',
  'node-http2': 'Node.js, http2.constants',
  nest: 'NestJS',
  axios: 'axios',
  'python-http': 'Python, http',
  starlette: 'Starlette, FastAPI',
  drf: 'Django REST framework',
  django: 'Django',
  go: 'Go, net/http',
  spring: 'Spring',
  jaxrs: 'Jakarta REST',
  servlet: 'Jakarta Servlet',
  aspnet: 'ASP.NET Core',
  dotnet: '.NET, System.Net',
  symfony: 'Symfony, Laravel',
  rack: 'Rack, Rails',
  'rust-http': 'Rust, http',
  rocket: 'Rust, Rocket',
};

/** All of them, in that order. */
export const ecosystems = Object.keys(ecosystemLabels) as readonly Ecosystem[];
