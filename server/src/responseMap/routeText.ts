import type { MappedResponse, MappedRoute } from '../protocol.ts';

/** `GET, HEAD /orders/:id`; what the function is called where the route is not known. */
export function routeTitle({ methods, path, name, framework }: MappedRoute): string {
  const request = [methods.map(methodText).join(', '), path].filter((part) => part).join(' ');
  if (path !== undefined) return request;
  const called = name === undefined ? `${framework} handler` : `${name}()`;
  return request === '' ? called : `${request} ${called}`;
}

/** `404 Not Found` */
export function responseTitle({ code, phrase }: MappedResponse): string {
  return code === undefined ? 'status not known' : [code, phrase].filter((part) => part !== undefined).join(' ');
}

function methodText(method: string): string {
  return method === 'ALL' ? 'any method' : method;
}
