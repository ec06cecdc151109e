import type { Handler } from '../responses/model.ts';

/** `POST /users`: as much of it as is known. */
export function requestOf({ methods, route }: Pick<Handler, 'methods' | 'route'>): string {
  return [methods.join(', '), route].filter((part) => part).join(' ');
}
