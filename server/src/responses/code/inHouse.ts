import type { Framework } from '../../frameworks/framework.ts';
import type { LanguageFamily } from '../../languages/language.ts';

const byFamily = new Map<LanguageFamily, Framework>();

/** What a code base writes by itself counts as a framework of its own: one that nothing is known of. */
export function inHouse(family: LanguageFamily): Framework {
  let framework = byFamily.get(family);
  if (!framework) {
    framework = { name: 'in-house', title: 'in-house', family, imports: [], side: 'server' };
    byFamily.set(family, framework);
  }
  return framework;
}
