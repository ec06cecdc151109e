import { t } from '../localisation.ts';
import type { MappedResponse, MappedRoute } from '../protocol.ts';

/** `GET, HEAD /orders/:id`; what the function is called where the route is not known. */
export function routeTitle({ methods, path, name, framework }: MappedRoute): string {
  const request = [methods.map(methodText).join(', '), path].filter((part) => part).join(' ');
  if (path !== undefined) return request;
  const called = name === undefined ? t('{0} handler', framework) : `${name}()`;
  return request === '' ? called : `${request} ${called}`;
}

/** `404 Not Found` */
export function responseTitle({ code, phrase }: MappedResponse): string {
  return code === undefined ? t('status not known') : [code, phrase].filter((part) => part !== undefined).join(' ');
}

function methodText(method: string): string {
  return method === 'ALL' ? t('any method') : method;
}
