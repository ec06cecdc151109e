import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';

/** True of what asks other servers, by what it is made by or declared as: `session: ClientSession`, `requests.Session()`. */
export function isHttpClient({ scopes }: FileContext, expression: Expression): boolean {
  if (expression.kind === 'call') return clients.test(expression.callee.node.text);
  if (expression.kind !== 'name') return false;
  const made = scopes.value(expression.name, expression.node)?.value;
  if (made) return made.kind === 'call' && clients.test(made.callee.node.text);
  const [definition] = scopes.definitions(expression.name, expression.node);
  return definition?.kind === 'parameter' && clients.test(definition.parameter.type ?? '');
}

const clients =
  /(?:^|[.*])(?:ClientSession|AsyncClient|AsyncHTTPClient|HTTPClient)$|^requests\.(?:sessions\.)?[sS]ession$|^(?:httpx|http)\.Client$/;
