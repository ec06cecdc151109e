import type { Expression } from '../../languages/views.ts';
import type { FileContext } from './context.ts';

/** A path and what leads on from it, with one slash between; absent where one of them cannot be read. */
export function joinedPath(prefix: string | undefined, own: string | undefined): string | undefined {
  if (prefix === undefined || own === undefined) return undefined;
  const parts = [prefix, own].map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return `/${parts.join('/')}`;
}

/** The path that an expression writes, absent where it is not one text. */
export function pathOf(context: FileContext, expression: Expression): string | undefined {
  const value = context.resolve(expression);
  return value.kind === 'string' && value.interpolated.length === 0 ? plainPath(value.value) : undefined;
}

/** `^users/(?P<id>\d+)/$`, as Django's and Tornado's regular expressions write it, is `users/<id>/`. */
function plainPath(written: string): string | undefined {
  if (!/^\^|\$$|\(\?P</.test(written)) return written;
  const bare = written.replace(/^\^/, '').replace(/\$$/, '');
  const plain = bare.replace(/\(\?P<(\w+)>(?:[^()\\]|\\.)*\)/g, '<$1>').replace(/\/\?$/, '');
  return /[\\()[\]*+?|^]/.test(plain) ? undefined : plain;
}
